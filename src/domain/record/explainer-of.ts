// Which explainer tells which record: by its type, in a few cases by its operation.

import { recordTypeName } from '~/domain/catalogue/record-types';
import { explainAlert } from './explain-alert';
import { explainCmdlet, explainStaffCmdlet } from './explain-cmdlet';
import { explainCopilot } from './explain-copilot';
import { explainAuditSearch, explainDiscovery } from './explain-discovery';
import { explainDlp } from './explain-dlp';
import { explainDirectoryChange, explainSignIn } from './explain-entra';
import { explainForms } from './explain-forms';
import { explainLabel } from './explain-label';
import { explainList } from './explain-list';
import { explainHygiene, explainQuarantine, explainSubmission } from './explain-mail-protection';
import { explainMailbox } from './explain-mailbox';
import { explainEncryptedMessage } from './explain-ome';
import { explainPowerBi } from './explain-power-bi';
import { explainSharePoint } from './explain-site';
import { explainTeams } from './explain-teams';
import { explainClick, explainInvestigation, explainThreatFile, explainThreatMail } from './explain-threat';
import { explainYammer } from './explain-yammer';
import type { Account, RecordReader } from './explanation';
import { say, when } from './sentence';

type Explainer = (record: RecordReader) => Account;

const families: readonly (readonly [explainer: Explainer, recordTypes: readonly string[]])[] = [
  [explainEncryptedMessage, ['OMEPortal']],
  [explainMailbox, ['ExchangeItem', 'ExchangeItemGroup', 'ExchangeItemAggregated', 'ExchangeAggregatedOperation']],
  [explainCmdlet, ['ExchangeAdmin', 'SecurityComplianceCenterEOPCmdlet', 'SkypeForBusinessCmdlets']],
  [explainStaffCmdlet, ['DataCenterSecurityCmdlet']],
  [explainSharePoint, ['SharePoint', 'SharePointFileOperation', 'SharePointSharingOperation', 'OneDrive']],
  [
    explainList,
    ['SharePointListOperation', 'SharePointListItemOperation', 'SharePointContentTypeOperation', 'SharePointFieldOperation'],
  ],
  [explainSignIn, ['AzureActiveDirectoryStsLogon', 'AzureActiveDirectoryAccountLogon']],
  [explainDirectoryChange, ['AzureActiveDirectory']],
  [explainTeams, ['MicrosoftTeams']],
  [explainDlp, ['ComplianceDLPSharePoint', 'ComplianceDLPExchange', 'DLPEndpoint']],
  [explainLabel, ['MIPLabel', 'SensitivityLabelAction', 'SensitivityLabeledFileAction', 'AipSensitivityLabelAction']],
  [explainCopilot, ['CopilotInteraction']],
  [explainDiscovery, ['Discovery', 'AeD']],
  [explainAuditSearch, ['AuditSearch']],
  [explainAlert, ['SecurityComplianceAlerts']],
  [explainThreatMail, ['ThreatIntelligence']],
  [explainClick, ['ThreatIntelligenceUrl']],
  [explainThreatFile, ['ThreatIntelligenceAtpContent']],
  [explainInvestigation, ['AirInvestigation']],
  [explainQuarantine, ['Quarantine']],
  [explainHygiene, ['HygieneEvent']],
  [explainSubmission, ['MailSubmission']],
  [explainForms, ['MicrosoftForms']],
  [explainPowerBi, ['PowerBIAudit']],
  [explainYammer, ['Yammer']],
];

const byFamily = new Map(families.flatMap(([explainer, types]) => types.map((type) => [type, explainer] as const)));

/** `recordType` in any spelling. */
export function explainerOf(recordType: string, operation: string): Explainer {
  // Labels on mail are recorded as data loss prevention.
  if (/^(mip)?label/i.test(operation) || /sensitivitylabel/i.test(operation)) return explainLabel;
  const explainer = byFamily.get(recordTypeName(recordType));
  return explainer ?? (/^User(LoggedIn|LoginFailed)$/i.test(operation) ? explainSignIn : explainOther);
}

/** What all records have in common. */
function explainOther(record: RecordReader): Account {
  const item = ['ObjectId', 'ItemName', 'Name'];
  return {
    deed: record.did(
      new Map(),
      when(record.text(...item), (text) => say`‘${text}’`),
    ),
    facts: record.fact('Item', item),
  };
}
