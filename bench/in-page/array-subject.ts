// What is told of records that are put together without an engine.

export interface GraphRecord<AuditData> {
  readonly createdDateTime: string;
  readonly operation: string;
  readonly auditData: AuditData;
}

export type Read<AuditData> = (record: GraphRecord<AuditData>, time: number) => string | undefined;

export interface ArraySubject<AuditData> {
  /** `undefined` for a record that does not take part. */
  readonly key: (record: GraphRecord<AuditData>) => string | undefined;
  /** In the order of the measures that are asked of the engine. */
  readonly reads: readonly Read<AuditData>[];
  /** The last measure counts occasions: records that this is the same for, until so long after the first. */
  readonly once?: { readonly of: (record: GraphRecord<AuditData>) => string; readonly withinMs: number };
}
