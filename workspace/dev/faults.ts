import type { RequestHandler, Response } from 'express';
import type { Fault } from '../state/faults';
import type { WorkspaceStore } from '../store';

/** Lets the armed faults happen. It runs after the body was read, so that a delayed request is still handled in full. */
export function faultInjection(store: WorkspaceStore): RequestHandler {
  return (request, response, next) => {
    const fault = store.faults.take(request.path);
    if (fault === undefined) {
      next();
    } else if (fault.when === 'after') {
      replaceAnswer(response, fault);
      next();
    } else if (fault.kind === 'delay') {
      setTimeout(next, fault.ms);
    } else {
      show(response, fault);
    }
  };
}

/** Answers instead of the workspace, as a broken proxy or a cut connection would. */
function show(response: Response, fault: Fault): void {
  switch (fault.kind) {
    case 'drop':
      response.socket?.destroy();
      return;
    case 'status':
      response.status(fault.status).type('html').end(`<html><body><h1>${fault.status}</h1></body></html>`);
      return;
    case 'garbage':
      response.status(200).type('json').end('{"success":tr');
      return;
    case 'delay':
      throw new Error('a delay has no answer of its own');
  }
}

/** Lets the request be handled, then delays its answer or replaces it with the fault. */
function replaceAnswer(response: Response, fault: Fault): void {
  const end = response.end.bind(response) as (...args: unknown[]) => Response;
  const write = response.write.bind(response);
  response.write = () => true;
  response.end = (...args: unknown[]) => {
    response.end = end;
    response.write = write;
    if (fault.kind === 'delay') {
      setTimeout(() => end(...args), fault.ms);
      return response;
    }
    for (const name of response.getHeaderNames()) {
      response.removeHeader(name);
    }
    show(response, fault);
    return response;
  };
}
