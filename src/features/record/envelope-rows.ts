import type { PropertyRow } from '~/domain/record/property-rows';
import { type Envelope, envelopeTarget } from '~/domain/view/filter-target';

/** What the service or file said around AuditData, as rows; names and values containing the text, without case. */
export function envelopeRows(envelope: Envelope, auditData: unknown, text: string): readonly PropertyRow[] {
  const wanted = text.trim().toLowerCase();
  return envelope.flatMap(([name, value], position): readonly PropertyRow[] => {
    if (!`${name}\n${value}`.toLowerCase().includes(wanted)) return [];
    const node = { kind: 'value', label: name, path: undefined, text: value, isText: true, meaning: undefined } as const;
    const isFilterable = envelopeTarget(name, value, auditData) !== undefined;
    return [
      {
        kind: 'value',
        key: `envelope ${position}`,
        level: 0,
        node,
        ...(isFilterable ? { target: () => envelopeTarget(name, value, auditData) } : {}),
      },
    ];
  });
}
