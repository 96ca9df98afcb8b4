import { makeStyles, tokens } from '@fluentui/react-components';
import type { QueryProblem } from '~/domain/view/query-text/parse-query-text';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  problem: { display: 'block', overflowWrap: 'anywhere' },
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
  return problems.map(({ from, to, message }) => {
    const place = text.slice(from, to);
    const isLong = place.length > mostLetters;
    return (
      <span key={`${from} ${message}`} className={styles.problem}>
        <span className={styles.place}>
          <VisibleText text={isLong ? `${place.slice(0, mostLetters)}…` : place} />
        </span>{' '}
        {message}
      </span>
    );
  });
}
