// Microsoft's own applications by their id: records name most of them by id alone.
// Source: https://learn.microsoft.com/en-us/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in

const names = new Map([
  ['00000002-0000-0000-c000-000000000000', 'Azure AD Graph'],
  ['00000002-0000-0ff1-ce00-000000000000', 'Exchange Online'],
  ['00000003-0000-0000-c000-000000000000', 'Microsoft Graph'],
  ['00000003-0000-0ff1-ce00-000000000000', 'SharePoint Online'],
  ['00000006-0000-0ff1-ce00-000000000000', 'Microsoft 365 portal'],
  ['04b07795-8ddb-461a-bbee-02f9e1bf7b46', 'Azure CLI'],
  ['14d82eec-204b-4c2f-b7e8-296a70dab67e', 'Microsoft Graph command line tools'],
  ['1950a258-227b-4e31-a9cf-717495945fc2', 'Azure PowerShell'],
  ['1b730954-1685-4b74-9bfd-dac224a7b894', 'Azure AD PowerShell'],
  ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', 'Microsoft Teams'],
  ['27922004-5251-4030-b22d-91ecd9a37ea4', 'Outlook mobile'],
  ['4765445b-32c6-49b0-83e6-1d93765276ca', 'Office home'],
  ['497effe9-df71-4043-a8bb-14cf78c4b63b', 'Exchange admin center'],
  ['5e3ce6c0-2b1f-4285-8d4b-75ee78787346', 'Microsoft Teams web client'],
  ['89bee1f7-5e6e-4d8a-9f3d-ecd601259da7', 'Office 365 shell'],
  ['a0c73c16-a7e3-4564-9a95-2bdf47383716', 'Exchange Online remote PowerShell'],
  ['c44b4083-3bb0-49c1-b47d-974e53cbdf3c', 'Azure portal'],
  ['d3590ed6-52b3-4102-aeff-aad2292ab01c', 'Microsoft Office'],
  ['fb78d390-0c51-40cd-8e17-fdbfab77341b', 'Exchange Online PowerShell'],
]);

/** `undefined` for an application that is not Microsoft's, or not known here. */
export function applicationName(id: string): string | undefined {
  return names.get(id.toLowerCase());
}
