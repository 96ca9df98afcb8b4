// Answers the messages of one page with a result set. Holds no state of the result set's, only what can be stopped: running
// opens and open exports.

import { EngineError } from '~/domain/errors';
import type { Answer, Failure, Note, Reply, Request } from './protocol';
import type { ResultSet } from './result-set';

export type Post = (reply: Reply, transfer: Transferable[]) => void;

/** What to call with each message that comes in. */
export function serve(resultSet: ResultSet, post: Post): (request: Request) => Promise<void> {
  const opens = new Map<number, AbortController>();
  const exports = new Map<number, ReadableStreamDefaultReader<Uint8Array>>();
  const note = (message: Note) => post(message, []);

  const answer = async (request: Request): Promise<Answer> => {
    const { number } = request;
    switch (request.call) {
      case 'append':
        return { number, call: 'append', answer: await resultSet.append(request.page) };
      case 'open': {
        const controller = new AbortController();
        opens.set(number, controller);
        const onProgress = (progress: Extract<Note, { call: 'open' }>['note']) => note({ number, call: 'open', note: progress });
        const receipt = resultSet.open(request.file, { onProgress, signal: controller.signal });
        return { number, call: 'open', answer: await receipt.finally(() => opens.delete(number)) };
      }
      case 'view':
        return {
          number,
          call: 'view',
          answer: await resultSet.view(request.view, (state) => note({ number, call: 'view', note: state })),
        };
      case 'rows':
        return { number, call: 'rows', answer: await resultSet.rows(request.view, request.from, request.count, request.fields) };
      case 'position':
        return { number, call: 'position', answer: await resultSet.position(request.view, request.recordId) };
      case 'facet':
        return { number, call: 'facet', answer: await resultSet.facet(request.view, request.field, request.limit) };
      case 'group': {
        const { view, grouping, from, count } = request;
        return { number, call: 'group', answer: await resultSet.group(view, grouping, from, count) };
      }
      case 'histogram':
        return { number, call: 'histogram', answer: await resultSet.histogram(request.view, request.buckets) };
      case 'record':
        return { number, call: 'record', answer: await resultSet.record(request.row) };
      case 'rejected':
        return { number, call: 'rejected', answer: await resultSet.rejected() };
      case 'export':
        exports.set(number, resultSet.export(request.view, request.format).getReader());
        return { number, call: 'export', answer: undefined };
      case 'pull': {
        const next = await exports.get(request.stream)?.read();
        if (!next || next.done) exports.delete(request.stream);
        return { number, call: 'pull', answer: next?.value };
      }
      case 'stop':
        opens.get(request.stops)?.abort();
        await exports.get(request.stops)?.cancel();
        exports.delete(request.stops);
        return { number, call: 'stop', answer: undefined };
    }
  };

  return async (request) => {
    try {
      const reply = await answer(request);
      post(reply, reply.call === 'pull' && reply.answer ? [reply.answer.buffer] : []);
    } catch (error) {
      post({ number: request.number, failure: failureOf(error) }, []);
    }
  };
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
