import type { RequestHandler, Response } from 'express';
import type { Fault } from '../state/faults';
import type { WorkspaceStore } from '../store';

/** Shows the armed faults to requests. Comes after the body was read: a delayed request is handled to its end. */
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

/** Answers in place of the workspace, like a broken proxy or a cut line would. */
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
      throw new Error('a delay answers nothing');
  }
}

/** Lets the request be handled, and then holds its answer back or puts the fault in its place. */
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
