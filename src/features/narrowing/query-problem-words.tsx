import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { QueryProblem } from '~/domain/view/query-text/parse-query-text';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  problem: { overflowWrap: 'anywhere' },
  further: { display: 'block' },
  place: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
});

/** What was begun and not closed reaches to the end of the text: its beginning tells the place. */
const mostLetters = 40;

export interface QueryProblemWordsProps {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
}

/** What cannot be read in a search text, each behind the words it is about. */
export function QueryProblemWords({ text, problems }: QueryProblemWordsProps) {
  const styles = useStyles();
  return problems.map(({ from, to, message }, index) => {
    const place = text.slice(from, to);
    const isLong = place.length > mostLetters;
    return (
      <span key={`${from} ${message}`} className={mergeClasses(styles.problem, index > 0 && styles.further)}>
        <span className={styles.place}>
          <VisibleText text={isLong ? `${place.slice(0, mostLetters)}…` : place} />
        </span>{' '}
        {message}
      </span>
    );
  });
}
