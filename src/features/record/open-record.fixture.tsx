// One record in the details pane, for component tests.

import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { recordKeySchema } from '~/domain/record/record-key';
import type { RecordPlace } from '~/domain/record/record-place';
import type { RawRecord } from '~/engine/record-set';
import { RecordDetails } from './record-details';

const pageOne: RecordPlace = { source: { kind: 'search', name: 'Microsoft Graph' }, part: 'page', number: 1 };

export function recordOf(auditData: unknown, rest: Partial<RawRecord> = {}): RawRecord {
  return {
    // Made by no set: nobody is asked for it.
    key: recordKeySchema.parse('r1'),
    recordId: 'r1',
    auditData: typeof auditData === 'string' ? auditData : JSON.stringify(auditData),
    envelope: [],
    origin: pageOne,
    alsoIn: [],
    copies: 0,
    namesakes: 0,
    ...rest,
  };
}

export async function open(record: RawRecord, catalogue = auditLog) {
  const handlers = {
    onChoose: vi.fn(),
    onColumn: vi.fn(),
    onAround: vi.fn(),
    onPrevious: vi.fn(),
    onNext: vi.fn(),
    onClose: vi.fn(),
  };
  await render(
    <FluentProvider theme={webLightTheme} style={{ width: 480, height: 700 }}>
      <RecordDetails record={record} catalogue={catalogue} zone="utc" position="3 of 48,213" {...handlers} />
    </FluentProvider>,
  );
  return handlers;
}
