// From a rule to the filter that keeps the records it looks for, out of the unified audit log.
//
// Where the log is not what Sigma assumes: a field with an empty text has no value; texts are compared without case; `not` keeps
// records without the field; keywords are looked for in all of a record.

import { type Filter, leavesOf } from '~/domain/view/filter';
import { formatNumber } from '~/lib/words';
import { allOf, anyOf, type Cannot, compiling, type Refuse } from './compile';
import { compileQuestion } from './compile-question';
import { compileCondition, type Selections } from './condition';
import { recordsOf } from './log-source';
import type { DetectionRule } from './rule';
import type { LogSource, Questions, Scalar, Selection } from './rule-schema';

/** Each is a pass over all records. */
const mostQuestions = 1_000;

export function compileDetection({ title, logsource, detection }: DetectionRule): { readonly filter: Filter } | Cannot {
  return compiling(title, (refuse) => {
    let questions = 0;
    const selections: Selections = {
      names: [...detection.selections.keys()],
      filterOf(name) {
        // A condition may name its selections again and again.
        const filter =
          questions > mostQuestions ? undefined : compileSelection(detection.selections.get(name) ?? null, logsource, refuse);
        questions += filter ? [...leavesOf(filter)].length : 0;
        if (filter && questions <= mostQuestions) return filter;
        return refuse(`asks more than the ${formatNumber(mostQuestions)} questions that Ledgerline asks for a rule.`);
      },
    };
    const records = recordsOf(logsource, refuse);
    const conditions = detection.conditions.map((condition) => compileCondition(condition, selections, refuse));
    return { filter: allOf([...records, anyOf(conditions)]) };
  });
}

function compileSelection(selection: Selection, logsource: LogSource, refuse: Refuse): Filter {
  if (isQuestions(selection)) return compileQuestions(selection, logsource, refuse);
  const of = Array.isArray(selection) ? selection : [selection];
  if (of.length === 0) return refuse('has a selection in which nothing stands.');
  return anyOf(
    of.map((each) =>
      isQuestions(each) ? compileQuestions(each, logsource, refuse) : compileQuestion('', [each], logsource, refuse),
    ),
  );
}

function compileQuestions(questions: Questions, logsource: LogSource, refuse: Refuse): Filter {
  const filters = Object.entries(questions).map(([key, values]) =>
    compileQuestion(key, Array.isArray(values) ? values : [values], logsource, refuse),
  );
  return filters.length === 0 ? refuse('has a selection in which nothing stands.') : allOf(filters);
}

function isQuestions(selection: Scalar | Questions | readonly unknown[]): selection is Questions {
  return typeof selection === 'object' && selection !== null && !Array.isArray(selection);
}
