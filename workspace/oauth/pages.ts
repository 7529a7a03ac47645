import type { Response } from 'express';

type Fields = Record<string, string>;

/** Sends a page that works without scripts, by keyboard and with a screen reader. */
export function sendPage(response: Response, status: number, title: string, content: string): void {
  response
    .status(status)
    .set({
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    })
    .type('html').send(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; color: #1f2329; background: #fff }
label { display: block; margin: 1rem 0 }
input { display: block; font: inherit; padding: .4rem; width: 100%; box-sizing: border-box }
button { font: inherit; padding: .5rem 1.5rem; margin: 1rem 1rem 0 0 }
[role=alert] { color: #9b1325 }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>`);
}

export function consentContent(clientName: string, username: string, fields: Fields): string {
  return `<p><strong>${escapeHtml(clientName)}</strong> asks to act for you, <strong>${escapeHtml(username)}</strong>, in this workspace.</p>
<form method="post" action="/oauth/authorize">
${hiddenFields(fields)}
<button type="submit" name="allow" value="yes">Authorize</button>
<button type="submit" name="allow" value="no">Cancel</button>
</form>`;
}

export function loginContent(next: string, problem?: string): string {
  const alert = problem === undefined ? '' : `<p role="alert">${escapeHtml(problem)}</p>`;
  return `${alert}
<form method="post" action="/oauth/login">
${hiddenFields({ next })}
<label>Username or e-mail address <input name="user" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<label>Second factor, if you use one <input name="code" autocomplete="one-time-code" inputmode="numeric"></label>
<button type="submit">Log in</button>
</form>`;
}

export function escapeHtml(text: string): string {
  const entities: Fields = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}

function hiddenFields(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('\n');
}
