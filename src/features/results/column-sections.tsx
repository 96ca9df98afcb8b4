import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { Fragment, memo, type ReactNode, useId, useState } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { canBeFacet, storedFacets, withPinned } from '~/domain/view/facet-choice';
import { visibleText } from '~/lib/visible-text';
import { formatNumber } from '~/lib/words';
import { useStored } from '~/ui/use-stored';
import { type ColumnLayout, shownFields, withField, withMoved, withoutColumn } from './column-layout';
import { ColumnLineItem } from './column-line-item';
import { type ColumnLine, columnLines, firstLines, foundLines, isFoundInside, typedField } from './column-lines';

const useStyles = makeStyles({
  head: {
    margin: 0,
    marginTop: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  note: { color: tokens.colorNeutralForeground2, marginBlock: tokens.spacingVerticalS },
});

/** More lines are found by searching. */
const mostLines = 200;

export interface ColumnSectionsProps {
  readonly catalogue: Catalogue;
  /** What it has to offer by now. */
  readonly offered: Catalogue;
  readonly layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
  readonly properties: readonly ColumnLine[];
  /** Before, more properties may appear. */
  readonly isRead: boolean;
  /** What is searched for. */
  readonly text: string;
  /** What fields there could be besides. */
  readonly hint: ReactNode;
}

/** Drawn anew only for another text, not for every letter that is typed. */
export const ColumnSections = memo(function ColumnSections(props: ColumnSectionsProps) {
  const { catalogue, layout, onLayout, text } = props;
  const styles = useStyles();
  const [facets, setFacets] = useStored(...storedFacets(catalogue));
  const [unfolded, setUnfolded] = useState<ReadonlySet<FieldRef>>(new Set());
  const isSearching = text.trim() !== '';
  const lines = columnLines(catalogue, props.offered, layout, props.properties);
  const columns = shownFields(layout);
  const shown = foundLines(lines.shown, text);
  const others = foundLines(lines.others, text);
  const properties = foundLines(lines.properties, text);
  const isOpen = (line: ColumnLine) => unfolded.has(line.field) || isFoundInside(line, text);
  const drawn = firstLines(properties, mostLines, isOpen);
  const left = properties.length - drawn.length;
  const typed = typedField(text);
  const isFound = [...shown, ...others, ...properties].some(
    ({ field, nested }) => field === typed || nested.some((each) => each.field === typed),
  );

  const item = (line: ColumnLine) => {
    const { field } = line;
    const isShown = columns.includes(field);
    return {
      line,
      isShown,
      isLast: isShown && columns.length === 1,
      onShown: (next: boolean) => onLayout(next ? withField(layout, field) : withoutColumn(catalogue, layout, field)),
      isFacet: canBeFacet(catalogue, field) ? facets.pinned.includes(field) : undefined,
      onFacet: (isPinned: boolean) => setFacets(withPinned(facets, field, isPinned)),
    };
  };
  const foldOf = ({ field }: ColumnLine) => ({
    isOpen: unfolded.has(field),
    onOpen: (isOpen: boolean) =>
      setUnfolded(isOpen ? new Set([...unfolded, field]) : new Set([...unfolded].filter((each) => each !== field))),
  });
  const move = (field: FieldRef) => {
    const at = columns.indexOf(field);
    const [previous, next] = [columns[at - 1], columns[at + 1]];
    return {
      up: previous && (() => onLayout(withMoved(layout, field, previous))),
      // Moving down is moving the next one up.
      down: next && (() => onLayout(withMoved(layout, next, field))),
    };
  };

  return (
    <>
      <Section title="Shown columns" isShown={shown.length > 0}>
        {shown.map((line) => (
          <ColumnLineItem key={line.field} {...item(line)} move={move(line.field)} leaves />
        ))}
      </Section>
      <Section title="Other fields" isShown={others.length > 0}>
        {others.map((line) => (
          <ColumnLineItem key={line.field} {...item(line)} leaves />
        ))}
      </Section>
      {props.hint}
      <Section title="Properties of these records" isShown={properties.length > 0}>
        {drawn.map((line) => (
          <Fragment key={line.field}>
            <ColumnLineItem
              {...item(line)}
              fold={line.nested.length > 0 && !isFoundInside(line, text) ? foldOf(line) : undefined}
            />
            {isOpen(line) && line.nested.map((each) => <ColumnLineItem key={each.field} {...item(each)} isNested />)}
          </Fragment>
        ))}
      </Section>
      {left > 0 && <p className={styles.note}>{formatNumber(left)} more, search to see them</p>}
      {!props.isRead && <p className={styles.note}>Reading the properties of the records…</p>}
      {typed !== undefined && !isFound && (
        <>
          <p className={styles.note}>Nothing is called exactly so. A path is a column, too:</p>
          <Button size="small" icon={<AddRegular />} onClick={() => onLayout(withField(layout, typed))}>
            {`Add “${visibleText(text.trim())}”`}
          </Button>
        </>
      )}
      {isSearching && shown.length + others.length + properties.length === 0 && typed === undefined && (
        <p className={styles.note}>No column has this name, and no example has it in it.</p>
      )}
    </>
  );
});

interface SectionProps {
  readonly title: string;
  readonly isShown: boolean;
  readonly children: ReactNode;
}

function Section({ title, isShown, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  if (!isShown) return null;
  return (
    <section>
      <h3 id={id} className={styles.head}>
        {title}
      </h3>
      <ul className={styles.list} aria-labelledby={id}>
        {children}
      </ul>
    </section>
  );
}
