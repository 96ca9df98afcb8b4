// The failures the product expects, as kinds. Whoever shows one passes it through `describeError`, which owns the words.
// Anything else that is thrown is a bug and belongs to the route's error boundary.

export type ApiErrorKind =
  | 'offline'
  /** No answer began. */
  | 'timeout'
  /** An answer began and stood still. */
  | 'stalled'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'throttled'
  | 'bad-request'
  | 'invalid-response'
  | 'server';

export interface ApiErrorFacts {
  /** Which service it was; Graph unless told. */
  readonly service?: 'Graph' | 'Exchange' | undefined;
  /** What was asked, as a person would say it: `create the search`. */
  readonly action: string;
  readonly status?: number;
  /** The service's own code and message. */
  readonly code?: string | undefined;
  readonly serviceMessage?: string | undefined;
  /** What Microsoft support asks for. */
  readonly requestId?: string | undefined;
  /** How long the service asked to wait, from `Retry-After`. */
  readonly retryAfterMs?: number | undefined;
}

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly facts: ApiErrorFacts;

  constructor(kind: ApiErrorKind, facts: ApiErrorFacts, options?: ErrorOptions) {
    super(`${kind}: could not ${facts.action}`, options);
    this.kind = kind;
    this.facts = facts;
  }

  /** Whether the same request may succeed later; a refusal will be refused again. */
  get isTransient(): boolean {
    return this.isAnswerLost || this.kind === 'throttled';
  }

  /** Whether the request may have been carried out all the same. */
  get isAnswerLost(): boolean {
    return ['offline', 'timeout', 'stalled', 'invalid-response', 'server'].includes(this.kind);
  }
}

export type EngineErrorKind = 'bad-page' | 'not-an-audit-log' | 'file-changed' | 'out-of-memory' | 'crashed';

/** `message` says what was found, in words for the administrator. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly kind: EngineErrorKind;

  constructor(kind: EngineErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
