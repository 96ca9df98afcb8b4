// Words people use in subjects, file names and team names.

export const topics: readonly string[] = [
  'Quarterly forecast', 'Budget', 'Supplier contract', 'Non-disclosure agreement', 'Hiring plan', 'Price list', 'Customer survey', 'Launch checklist',
  'Board minutes', 'Payroll', 'Travel policy', 'Security review', 'Network diagram', 'Invoice', 'Purchase order', 'Patent draft', 'Press release',
  'Training material', 'Onboarding guide', 'Roadmap', 'Test report', 'Incident report', 'Shift schedule', 'Risk register', 'Tax return',
  'Merger model', 'Design review', 'Support escalation', 'Warranty claim', 'Lab results', 'Site inspection', 'Factory audit', 'Marketing plan',
  'Sales pipeline', 'Salary bands', 'Works council letter', 'Insurance policy', 'Lease agreement', 'Data processing agreement', 'Backup plan',
  'Übersicht Kosten', 'Rapport annuel', 'Informe de ventas', 'Relatório mensal', '会議の議事録', 'Протокол встречи', 'תקציב שנתי', 'تقرير المبيعات',
];
export const fileEndings: readonly string[] = [
  'docx', 'docx', 'docx', 'xlsx', 'xlsx', 'xlsx', 'pptx', 'pptx', 'pdf', 'pdf', 'png', 'jpg', 'csv', 'zip', 'txt', 'msg', 'one', 'aspx', 'mp4',
];
export const fileTails: readonly string[] = ['', '', '', '', ' v2', ' v3', ' final', ' (1)', ' - draft', ' 2025', ' 2026', ' Q1', ' Q2', ' Q3', ' Q4', ' signed'];
export const folders: readonly string[] = [
  'General', 'General', 'Archive', 'Contracts', 'Reports/2026', 'Reports/2025', 'Shared', 'Templates', 'Drafts', 'Recordings', 'Photos', 'Projects/Falcon',
  'Projects/Harbour', 'Meetings', 'Customers/Woodgrove Bank', 'Customers/Tailspin Toys',
];
export const siteTitles: readonly string[] = [
  'Finance', 'Legal', 'HR', 'Engineering', 'Operations', 'Marketing', 'Sales', 'Research', 'Support', 'IT', 'Intranet', 'Leadership', 'ProjectFalcon',
  'ProjectHarbour', 'Facilities', 'Quality', 'Procurement', 'Works Council', 'Compliance', 'Mergers', 'Partners', 'Product Design', 'Pune Office', 'Berlin Office',
];
export const teamNames: readonly string[] = [
  'Finance', 'Legal', 'Engineering', 'Operations', 'Marketing', 'Sales EMEA', 'Sales Americas', 'Research', 'Support', 'IT Service Desk', 'Project Falcon',
  'Project Harbour', 'Leadership', 'Berlin Office', 'Pune Office', 'Company Social',
];
export const mailFolders: readonly string[] = [
  '\\Inbox', '\\Inbox', '\\Inbox', '\\Sent Items', '\\Archive', '\\Deleted Items', '\\Drafts', '\\Calendar', '\\Contacts', '\\Inbox\\Customers', '\\Junk Email',
];
/** Text that has broken viewers, spreadsheets or pages before. */
export const oddTexts: readonly string[] = [
  '=cmd|\' /C calc\'!A0', '+1 555 0100 call me back', '@SUM(1+1)*cmd', '-2+3+cmd', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>',
  'He said "no", then "yes"', "Robert'); DROP TABLE Records;--", 'first line\nsecond line\r\nthird line', 'invoice\u202Excod.exe', '\u200Fעברית\u200F with English',
  'literal \\u003cb\\u003e and \\n', 'tab\there; semicolon; comma, "quote"', '\uFEFFstarts with a byte order mark', 'emoji 👩‍💻🏳️‍🌈 and astral 𝒳', '__proto__', 'constructor',
  'null', '  spaces around  ', 'zero\u0000byte', '100% %20 encoded %3Cb%3E', '\u2028line separator', '{"json":"inside"}',
];
export const userAgents: readonly string[] = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  'Microsoft Office Word/16.0.19231.20138 (Windows/10.0; Desktop x64; en-US; Desktop app; Dell Inc./Latitude 7450)',
  'Microsoft SkyDriveSync 25.184.0921.0004 ship; Windows NT 10.0 (26100)',
  'OneDriveMpc-Transform_Thumbnail/1.0',
];
export const clientApps: readonly (readonly [name: string, id: string])[] = [
  ['Office 365 Exchange Online', '00000002-0000-0ff1-ce00-000000000000'],
  ['Office 365 SharePoint Online', '00000003-0000-0ff1-ce00-000000000000'],
  ['Microsoft Teams', '1fec8e78-bce4-4aaf-ab1b-5451cc387264'],
  ['Outlook Mobile', '27922004-5251-4030-b22d-91ecd9a37ea4'],
  ['Microsoft Office', 'd3590ed6-52b3-4102-aeff-aad2292ab01c'],
  ['Azure Portal', 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'],
  ['Microsoft Graph', '00000003-0000-0000-c000-000000000000'],
  ['Exchange Online PowerShell', 'fb78d390-0c51-40cd-8e17-fdbfab77341b'],
];
export const sensitivityLabels: readonly string[] = ['Public', 'General', 'Confidential', 'Confidential \\ All Employees', 'Highly Confidential'];
