// What a format of files has to say of itself; `file-source.ts` lists those that can be opened.

import type { RecordOrigin } from '~/engine/columns/origins';
import type { Records } from '~/engine/columns/records';
import type { PiecePlace, PieceVisitor } from './file-pieces';
import type { Intake } from './record-intake';
import type { incomplete } from './splitter';

export interface FileFormat {
  /**
   * How to open a file that begins with these bytes; `undefined` when it is of another format; `incomplete` when more of it must
   * be known, but never when it `isWhole`. Throws `not-an-audit-log` for a file of this format that is none.
   */
  recognise(beginning: Uint8Array, isWhole: boolean): OpenFile | typeof incomplete | undefined;
}

/** `file` holds UTF-8. */
export type OpenFile = (file: Blob, name: string, records: Records) => FileSource;

export interface FileSource {
  readonly recognisedAs: string;
  readonly origin: RecordOrigin;
  /** Takes the records in. */
  read(signal: AbortSignal | undefined, visitor: RecordVisitor): Promise<void>;
}

export interface RecordVisitor extends Pick<PieceVisitor, 'slice'> {
  record(intake: Intake, place: PiecePlace): void;
}
