// Answers the messages of one page with a record set. Holds nothing of the set's own: open views, open exports, and what can be
// stopped.

import { EngineError } from '~/domain/errors/errors';
import type { OpenState, RecordIntake, RecordSet, RecordView } from '~/engine/record-set';
import { allFound } from './all-found';
import type { Answer, Failure, Note, Reply, Request, ViewNumber } from './protocol';

export type Post = (reply: Reply, transfer: Transferable[]) => void;

/** What to call with each message that comes in. */
export function serve(set: RecordSet & RecordIntake, post: Post): (request: Request) => Promise<void> {
  const views = new Map<ViewNumber, RecordView>();
  const exports = new Map<number, ReadableStreamDefaultReader<Uint8Array>>();
  const running = new Map<number, AbortController>();
  const note = (message: Note) => post(message, []);
  set.state.subscribe(() => {
    const { coverage, addresses, ...counts } = set.state.get();
    post({ counts }, []);
  });

  const viewOf = (number: ViewNumber): RecordView => {
    const view = views.get(number);
    if (!view) throw new DOMException('The view was closed.', 'AbortError');
    return view;
  };

  const answer = async (request: Request, signal: AbortSignal): Promise<Answer> => {
    const { number, call } = request;
    switch (call) {
      case 'page':
        return { number, call, answer: await set.page(request.page) };
      case 'list':
        return { number, call, answer: await set.list(request.rows, request.source) };
      case 'file': {
        const onProgress = (progress: Extract<Note, { call: 'file' }>['note']) => note({ number, call, note: progress });
        return { number, call, answer: await set.file(request.file, { onProgress, signal }) };
      }
      case 'keep':
        return { number, call, answer: await set.keep(request.place, request.about, request.limit) };
      case 'mark':
        set.mark(request.mark);
        return { number, call, answer: undefined };
      case 'lookUpIn':
        set.lookUpIn(request.books);
        return { number, call, answer: undefined };
      case 'properties':
        return { number, call, answer: await set.properties() };
      case 'rejected':
        return { number, call, answer: await set.rejected() };
      case 'open': {
        const view = set.open(request.asked, signal);
        views.set(number, view);
        await told(view, signal, (state) => note({ number, call, note: state }));
        return { number, call, answer: undefined };
      }
      case 'close':
        views.get(request.view)?.close();
        views.delete(request.view);
        running.get(request.view)?.abort();
        return { number, call, answer: undefined };
      case 'rows': {
        const { from, count, fields } = request;
        return { number, call, answer: await viewOf(request.view).rows(from, count, fields, signal) };
      }
      case 'find':
        return { number, call, answer: await viewOf(request.view).find(request.key, signal) };
      case 'overview':
        return { number, call, answer: await viewOf(request.view).overview(request.asked, signal) };
      case 'group': {
        const { grouping, from, count } = request;
        return { number, call, answer: await viewOf(request.view).group(grouping, from, count, signal) };
      }
      case 'correlate':
        return { number, call, answer: await viewOf(request.view).correlate(request.correlation, request.limit, signal) };
      case 'matches':
        return { number, call, answer: await viewOf(request.view).matches(request.filters, signal) };
      case 'record':
        return { number, call, answer: await set.record(request.key, signal) };
      case 'records':
        return { number, call, answer: await viewOf(request.view).records(request.from, request.count, signal) };
      case 'export':
        exports.set(number, viewOf(request.view).export(request.format).getReader());
        return { number, call, answer: undefined };
      case 'pull': {
        const next = await exports.get(request.stream)?.read();
        if (!next || next.done) exports.delete(request.stream);
        return { number, call, answer: next?.value };
      }
      case 'stop':
        running.get(request.stops)?.abort();
        await exports.get(request.stops)?.cancel();
        exports.delete(request.stops);
        return { number, call, answer: undefined };
    }
  };

  return async (request) => {
    const controller = new AbortController();
    running.set(request.number, controller);
    try {
      const reply = await answer(request, controller.signal);
      post(reply, reply.call === 'pull' && reply.answer ? [reply.answer.buffer] : []);
    } catch (error) {
      post({ number: request.number, failure: failureOf(error) }, []);
    } finally {
      running.delete(request.number);
    }
  };
}

/** Tells each state until all rows are found; throws what the view failed with. */
async function told(view: RecordView, signal: AbortSignal, tell: (state: OpenState) => void): Promise<void> {
  const stop = view.state.subscribe(() => {
    const state = view.state.get();
    if (state.status === 'open') tell(state);
  });
  try {
    await allFound(view, signal);
  } finally {
    stop();
  }
}

/** Errors lose their class between threads, so they cross as values. */
function failureOf(error: unknown): Failure['failure'] {
  if (error instanceof EngineError) return { kind: error.kind, message: error.message };
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (name === 'AbortError') return { kind: 'aborted', message };
  // What engines say when memory runs out; none of them has a class for it.
  if (/allocation failed|out of memory|invalid (typed )?array length|array buffer/i.test(message)) {
    return { kind: 'out-of-memory', message: 'The browser has no memory left for this many records.' };
  }
  return { kind: 'crashed', message };
}
