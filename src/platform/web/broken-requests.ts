import type { Socket } from 'node:net';

/** What cannot be a request never becomes one, so no page answers it: a line of plain text does. */
const IN_WORDS: Readonly<Record<string, { readonly status: string; readonly sentence: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    sentence: 'The request took too long to arrive, so nothing of it was used. Send it again.',
  },
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    sentence:
      'The headers of the request are too long. Remove the cookies of this site in your browser, and try again.',
  },
};

const NO_REQUEST = {
  status: '400 Bad Request',
  sentence: 'What was sent is no request that can be read. Open the page again from the home page.',
};

/** Answers what the parser of HTTP gave up on, and closes the connection. */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, sentence } = IN_WORDS[error.code ?? ''] ?? NO_REQUEST;
  // Where an answer has begun already, a second one would be read as part of it.
  if (socket.writable && !hasBegun(socket)) {
    const head = [
      `HTTP/1.1 ${status}`,
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(sentence)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${sentence}`);
  }
  socket.destroySoon();
}

/** Node keeps the answer that is under way on the connection; it has no public name. */
function hasBegun(socket: Socket): boolean {
  const { _httpMessage: answer } = socket as { _httpMessage?: { readonly headersSent?: boolean } | null };
  return answer?.headersSent === true;
}
