import type { FastifyReply, FastifyRequest } from 'fastify';
import { linkAsAt } from './as-at.ts';
import type { Answer, Download } from './answer.ts';
import type { CookieNames } from './cookie-names.ts';
import type { Frame } from './frame.ts';
import { forgetNotice, keepNotice } from './notice-cookie.ts';
import { ProblemPage } from './problem-page.tsx';
import { isOwnPath } from './own-path.ts';
import { explanationOf, type Problem } from './problem.ts';
import { renderPage } from './render-page.ts';
import type { GivenBack } from './send-again.tsx';

/** What sending needs to know beside the answer. */
export interface Sending {
  frame: Frame;
  cookies: CookieNames;
  /** Whether a program asked, so that a problem is told as JSON. */
  machine: boolean;
}

/** Turns a handler's answer into HTTP. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  sending: Sending,
): FastifyReply {
  let sent: FastifyReply;
  switch (answer.kind) {
    case 'page': {
      if (sending.frame.notice !== undefined) forgetNotice(reply, sending.cookies);
      // A day that is not one is refused, though the page shows what it can: nobody must take today's facts for another day's.
      const status = sending.frame.asAt.problem === undefined ? answer.status : 422;
      sent = reply.code(status).type('text/html; charset=utf-8').send(renderPage(answer.page));
      break;
    }
    case 'go':
      if (answer.notice !== undefined) keepNotice(reply, answer.notice, sending.cookies);
      sent = reply
        .code(303)
        .header(
          'location',
          ownPath(answer.withoutDay === true ? answer.path : linkAsAt(answer.path, sending.frame.asAt)),
        )
        .send();
      break;
    case 'leave':
      sent = reply.code(303).header('location', new URL(answer.to).href).send();
      break;
    case 'download':
      reply.header('content-disposition', contentDisposition(answer.file));
      sent = reply.type(answer.file.mediaType).send(answer.file.body);
      break;
    case 'json':
      sent = reply
        .code(answer.status)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.body));
      break;
    case 'problem':
      sent = sendProblem(request, reply, answer.problem, sending);
      break;
  }
  return sent;
}

/** Tells a person, or a program, what stands in the way, with what was typed where it can be sent again. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  sending: Sending,
  again?: GivenBack,
): FastifyReply {
  reply.code(problem.status).header('cache-control', 'no-store');
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
  if (sending.machine) {
    // RFC 9457, problem details for HTTP APIs.
    return reply.type('application/problem+json; charset=utf-8').send(
      JSON.stringify({
        type: 'about:blank',
        title: problem.title,
        status: problem.status,
        detail: explanationOf(problem, false).join(' '),
        requestId: request.id,
      }),
    );
  }
  const view = ProblemPage({ frame: sending.frame, problem, requestId: request.id, again });
  return reply.type('text/html; charset=utf-8').send(renderPage(view));
}

/**
 * Refuses to send a reader anywhere but to a path of our own.
 * @throws Error for `//elsewhere`, `/\elsewhere` or a whole address: a mistake in our own code.
 */
export function ownPath(path: string): string {
  if (!isOwnPath(path)) throw new Error('A reader can only be sent on to a path of our own');
  return path;
}

/** RFC 6266: the name in plain letters for old programs, and in full. */
export function contentDisposition(file: Pick<Download, 'fileName' | 'inline'>): string {
  // What would end the name, start a path or turn its direction round is taken out.
  const name = file.fileName.replaceAll(
    /[\u0000-\u001f\u007f"\\/:*?<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '_',
  );
  const plain = name.normalize('NFKD').replaceAll(/[^\u0020-\u007e]/g, '_');
  const whole = encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '_')).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${file.inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
