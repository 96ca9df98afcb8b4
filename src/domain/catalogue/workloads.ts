// The services that write audit records, by the name in `Workload` and the name administrators use.

export interface Workload {
  readonly value: string;
  readonly label: string;
}

export const workloads: readonly Workload[] = [
  { value: 'Exchange', label: 'Exchange' },
  { value: 'SharePoint', label: 'SharePoint' },
  { value: 'OneDrive', label: 'OneDrive' },
  { value: 'AzureActiveDirectory', label: 'Entra ID' },
  { value: 'MicrosoftTeams', label: 'Microsoft Teams' },
  { value: 'SecurityComplianceCenter', label: 'Purview and Defender' },
  { value: 'Copilot', label: 'Microsoft 365 Copilot' },
  { value: 'PowerBI', label: 'Power BI' },
  { value: 'PowerApps', label: 'Power Apps' },
  { value: 'MicrosoftFlow', label: 'Power Automate' },
  { value: 'Yammer', label: 'Viva Engage' },
  { value: 'Dynamics365', label: 'Dynamics 365' },
  { value: 'MicrosoftForms', label: 'Microsoft Forms' },
  { value: 'Planner', label: 'Planner' },
  { value: 'MicrosoftTodo', label: 'Microsoft To Do' },
  { value: 'Endpoint', label: 'Devices (Endpoint DLP)' },
  { value: 'ThreatIntelligence', label: 'Threat intelligence' },
  { value: 'Sway', label: 'Sway' },
];

const labels = new Map(workloads.map(({ value, label }) => [value.toLowerCase(), label]));

/** The name to show; a service Ledgerline does not know is shown as it is written. */
export function workloadName(value: string): string {
  return labels.get(value.toLowerCase()) ?? value;
}
