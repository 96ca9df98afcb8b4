import { Button, mergeClasses, ProgressBar } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { type ReactNode, useEffect, useState } from 'react';
import type { AuditQuery } from '~/domain/query/audit-query';
import { formatDuration, formatTime, type TimeZone } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import { type SearchRow, searchTimeMs } from './search-rows';
import { SearchStatusLabel } from './search-status-label';
import { asTable, useSearchTableStyles } from './search-table-styles';

export interface SearchTableRowProps {
  readonly row: SearchRow;
  readonly zone: TimeZone;
  onOpen(searchId: string): void;
  onCopy(query: AuditQuery): void;
  onDelete(row: SearchRow): void;
}

export function SearchTableRow({ row, zone, onOpen, onCopy, onDelete }: SearchTableRowProps) {
  const styles = useSearchTableStyles();
  const { search, name, about, isFinal, createdAt, createdBy, recordCount, isCountApproximate } = row;
  return (
    <tr
      {...asTable.row}
      className={mergeClasses(styles.row, styles.openable)}
      onClick={(event) => {
        const isControl = event.target instanceof Element && event.target.closest('a, button');
        if (!isControl && !window.getSelection()?.toString()) onOpen(search.id);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Delete') onDelete(row);
      }}
    >
      <td {...asTable.cell} className={mergeClasses(styles.cell, styles.nameCell)}>
        <a
          className={styles.name}
          href={`/search/${encodeURIComponent(search.id)}`}
          title={`${name}\n${about}`}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(search.id);
          }}
        >
          {name}
        </a>
      </td>
      <Cell label="Status" isPlain>
        <SearchStatusLabel {...search} />
      </Cell>
      <Cell label="Progress" isPlain isSpare={isFinal}>
        {isFinal ? (
          search.status === 'succeeded' ? (
            '100 %'
          ) : (
            '–'
          )
        ) : (
          // The service does not say how far it is; a bar that pretends to know would lie.
          <ProgressBar className={styles.progress} aria-label={`${name} is searching`} />
        )}
      </Cell>
      <Cell label="Search time" isNumber>
        {isFinal || createdAt === undefined ? durationWords(searchTimeMs(row, 0)) : <Elapsed since={createdAt} />}
      </Cell>
      <Cell label="Total results" isNumber>
        {recordCount === undefined ? '–' : `${isCountApproximate ? 'about ' : ''}${formatNumber(recordCount)}`}
        {search.isLimitExceeded && ' (cut off)'}
      </Cell>
      <Cell label="Created" isNumber isPlain>
        {createdAt === undefined ? '–' : formatTime(createdAt, zone)}
      </Cell>
      <Cell label="Searched by">{createdBy ?? '–'}</Cell>
      <td {...asTable.cell} className={mergeClasses(styles.cell, styles.actions)}>
        <Button
          appearance="subtle"
          size="small"
          icon={<CopyRegular />}
          title="Copy this search"
          aria-label={`Copy this search: ${name}`}
          onClick={() => onCopy({ ...search.query, name: search.name })}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<DeleteRegular />}
          title="Delete"
          aria-label={`Delete ${name}`}
          onClick={() => onDelete(row)}
        />
      </td>
    </tr>
  );
}

function Cell({
  label,
  isNumber = false,
  isPlain = false,
  isSpare = false,
  children,
}: {
  readonly label: string;
  readonly isNumber?: boolean;
  /** Needs no label where there is little room. */
  readonly isPlain?: boolean;
  /** Says nothing new where there is little room. */
  readonly isSpare?: boolean;
  readonly children: ReactNode;
}) {
  const styles = useSearchTableStyles();
  return (
    <td {...asTable.cell} className={mergeClasses(styles.cell, isNumber && styles.number, isSpare && styles.spare)}>
      <span className={mergeClasses(styles.cellLabel, isPlain && styles.plain)} aria-hidden>
        {label}
      </span>
      {children}
    </td>
  );
}

function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  return formatDuration(now - since);
}

function durationWords(ms: number | undefined): string {
  return ms === undefined ? '–' : formatDuration(ms);
}
