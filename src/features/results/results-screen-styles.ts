import { makeStyles, tokens } from '@fluentui/react-components';

export const useResultsStyles = makeStyles({
  body: {
    position: 'relative',
    display: 'flex',
    flexGrow: 1,
    minHeight: '400px',
    flexBasis: 0,
    '@media print': { display: 'block', minHeight: 0, flexShrink: 0, flexBasis: 'auto' },
  },
  // What stands beside the panels, which are as tall as the timeline and the rows together.
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0, gap: tokens.spacingVerticalM },
  rows: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
  },
  // Records have a table of their own on paper.
  offPaper: {
    // Out of the way of the paper and yet as tall as before: a grid without a height forgets where it was scrolled to.
    '@media print': { position: 'fixed', inset: 0, visibility: 'hidden' },
  },
  // On a narrow screen the pane covers the rows, which must not be reached by keyboard where nobody sees them.
  covered: { '@media (max-width: 900px)': { visibility: 'hidden' } },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});
