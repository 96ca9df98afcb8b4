// What somebody had Copilot do: what became of each resource is told as the record tells it, tried and failed apart from done.
// https://learn.microsoft.com/office/office-365-management-api/copilot-schema

import { textAt } from './audit-data';
import type { Account, Fact, RecordReader } from './explanation';
import { counted, type Sentence, say, when } from './sentence';

const verbs = new Map<string, readonly [past: string, base: string]>([
  ['', ['accessed', 'access']],
  ['read', ['read', 'read']],
  ['modify', ['modified', 'modify']],
  ['create', ['created', 'create']],
  ['delete', ['deleted', 'delete']],
]);

export function explainCopilot(record: RecordReader): Account {
  const app = record.text('CopilotEventData.AppHost', 'AppHost');
  const agent = record.text('AgentName', 'CopilotEventData.AgentName');
  const uses = usesOf(record.list('CopilotEventData.AccessedResources'));
  const told = uses.map(({ deed, names }) => say`${deed} ${counted(names.length, 'resource')}`);
  const parted = told.flatMap((each, i) => [i === 0 ? '; it ' : i === told.length - 1 ? ' and ' : ', ', ...each]);
  return {
    deed: say`asked Copilot${when(app, (text) => say` in ${text}`)}${when(agent, (text) => say` through the agent ‘${text}’`)}${parted}`,
    facts: [
      ...record.fact('Application', ['CopilotEventData.AppHost', 'AppHost']),
      ...record.fact('Agent', ['AgentName', 'CopilotEventData.AgentName']),
      ...uses.map(
        ({ label, names, isFailure }): Fact => ({
          label,
          value: listedNames(names),
          ...(isFailure ? { tone: 'failure' as const } : {}),
        }),
      ),
      ...flags(record),
      ...record.fact('Where', 'CopilotEventData.Contexts[0].Id'),
      ...record.fact('Thread', 'CopilotEventData.ThreadId', undefined, 'quiet'),
    ],
  };
}

interface Use {
  readonly label: string;
  readonly deed: Sentence;
  readonly isFailure: boolean;
  readonly names: string[];
}

/** The resources by what was done to them and whether it worked, in the order they come in. */
function usesOf(resources: readonly unknown[]): readonly Use[] {
  const uses = new Map<string, Use>();
  for (const each of resources) {
    const action = textAt(each, 'Action');
    const isFailure = /fail/i.test(textAt(each, 'Status'));
    const key = JSON.stringify([action.toLowerCase(), isFailure]);
    const use = uses.get(key) ?? { ...words(action, isFailure), isFailure, names: [] };
    uses.set(key, use);
    use.names.push(nameOf(each));
  }
  return [...uses.values()];
}

function words(action: string, isFailure: boolean): Pick<Use, 'label' | 'deed'> {
  const [past, base] = verbs.get(action.toLowerCase()) ?? [];
  if (!past) {
    const deed = isFailure ? say`failed to do ‘${action}’ to` : say`did ‘${action}’ to`;
    return { label: `Resources, ${action}${isFailure ? ', failed' : ''}`, deed };
  }
  return isFailure
    ? { label: `Resources it could not ${base}`, deed: [`could not ${base}`] }
    : { label: `Resources ${past}`, deed: [past] };
}

/** Attacks that were noticed: text in a resource that gives orders to Copilot (XPIA), and prompts meant to free it of its rules. */
function flags(record: RecordReader): readonly Fact[] {
  const attacking = record.list('CopilotEventData.AccessedResources').filter((each) => isTrue(each, 'XPIADetected'));
  const freeing = record.list('CopilotEventData.Messages').filter((each) => isTrue(each, 'JailbreakDetected'));
  return [
    ...(attacking.length > 0
      ? [{ label: 'Prompt injection', value: `Detected in ${listedNames(attacking.map(nameOf))}`, tone: 'failure' as const }]
      : []),
    ...(freeing.length > 0
      ? [{ label: 'Jailbreak', value: `Detected in ${freeing.length} of the messages`, tone: 'failure' as const }]
      : []),
  ];
}

function isTrue(value: unknown, name: string): boolean {
  return textAt(value, name).toLowerCase() === 'true';
}

function nameOf(resource: unknown): string {
  return textAt(resource, 'Name') || textAt(resource, 'SiteUrl') || textAt(resource, 'ID') || 'one without a name';
}

function listedNames(names: readonly string[]): string {
  return `${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;
}
