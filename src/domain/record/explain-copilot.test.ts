import { expect, test } from 'vitest';
import { explainRecord } from './explain-record';

function told(more: object, eventData: object) {
  const common = { RecordType: 261, Operation: 'CopilotInteraction', UserId: 'a@b.c' };
  return explainRecord({ ...common, ...more, CopilotEventData: { AppHost: 'Teams', ...eventData } }, []);
}

// quadrantsec/sagan-rules#739, langwatch/langwatch#7137
test('says of each resource what became of it, and who was asked', () => {
  const { sentence, facts } = told(
    { AgentName: 'Payroll' },
    {
      AccessedResources: [
        { Name: 'a.docx', Action: 'Read', Status: 'success' },
        { Name: 'salaries.xlsx', Action: 'Read', Status: 'failure' },
        { Name: 'notes.docx', Action: 'Modify', XPIADetected: true },
        { Name: 'b.docx', Action: 'read' },
        { SiteUrl: 'https://x/s', Action: 'Share' },
        { ID: 'id', Action: '' },
      ],
      Messages: [
        { isPrompt: true, JailbreakDetected: 'true' },
        { isPrompt: false, JailbreakDetected: false },
      ],
    },
  );
  expect(sentence).toBe(
    'a@b.c asked Copilot in Teams through the agent ‘Payroll’; it read 2 resources, could not read 1 resource, ' +
      'modified 1 resource, did ‘Share’ to 1 resource and accessed 1 resource.',
  );
  expect(facts.map(({ label, value, tone }) => [label, value, tone])).toEqual(
    expect.arrayContaining([
      ['Agent', 'Payroll', undefined],
      ['Resources read', 'a.docx, b.docx', undefined],
      ['Resources it could not read', 'salaries.xlsx', 'failure'],
      ['Resources modified', 'notes.docx', undefined],
      ['Resources, Share', 'https://x/s', undefined],
      ['Resources accessed', 'id', undefined],
      ['Prompt injection', 'Detected in notes.docx', 'failure'],
      ['Jailbreak', 'Detected in 1 of the messages', 'failure'],
    ]),
  );
});

test('says nothing of resources and attacks where the record has none', () => {
  const { sentence, facts } = told({}, { AccessedResources: [], Messages: [{ JailbreakDetected: false }] });
  expect(sentence).toBe('a@b.c asked Copilot in Teams.');
  expect(facts.filter(({ label }) => /Resource|injection|Jailbreak|Agent/.test(label))).toEqual([]);
  expect(told({}, { AccessedResources: 'x', Messages: 5 }).sentence).toBe('a@b.c asked Copilot in Teams.');
});
