// The product: its record set over its worker, and its way of running rules, timed where the screen stands.

import { wholeSet } from '~/domain/view/result-view';
import { allFound } from '~/engine/door/all-found';
import { createRecordSet } from '~/engine/door/worker-record-set';
import { type Finding, runDetections } from '~/records/detection-run';
import { type CompanyContender, distinctOf, groupsAnswer, groupsAtOnce, type RuleAnswer } from './company-questions';
import { timed } from './timing';

export function createCompanyEngine(): CompanyContender {
  const set = createRecordSet();
  let view = set.open(wholeSet);

  return {
    async append(page) {
      const { rejected, duplicates } = await set.page(page);
      if (rejected + duplicates > 0) throw new Error(`${rejected} records rejected, ${duplicates} duplicates`);
    },

    async groups(pair, from) {
      // A grouping is kept as long as its view: another view has to be grouped from the beginning.
      if (from === 0) {
        view.close();
        view = set.open(wholeSet);
        await allFound(view);
      }
      const { ms, value } = await timed(() =>
        view.group(
          { by: pair, measures: { distinct: { field: distinctOf } }, sort: { by: 'count', descending: true } },
          from,
          groupsAtOnce,
        ),
      );
      const groups = value.groups.map(({ tallies, ...group }) => ({ ...group, distinct: tallies.distinct.distinct }));
      return { ms, answer: groupsAnswer(value.groupCount, groups) };
    },

    async findings(detections) {
      const answers: RuleAnswer[] = [];
      let since = performance.now();
      const times: number[] = [];
      const findings = await runDetections(set, detections, new AbortController().signal, () => {
        times.push(performance.now() - since);
        since = performance.now();
      });
      for (const [i, finding] of findings.entries())
        answers.push({ rule: finding.detection.rule.title, ms: times[i] ?? Number.NaN, answer: answerOf(finding) });
      return answers;
    },

    dispose: () => set.dispose(),
  };
}

function answerOf(finding: Finding): string {
  switch (finding.kind) {
    case 'records':
      return `${finding.count} ${finding.first} ${finding.last}`;
    case 'correlated':
      return `${finding.count}`;
    case 'cannot':
      return finding.detection.reasons.join();
    case 'failed':
      throw finding.error;
  }
}
