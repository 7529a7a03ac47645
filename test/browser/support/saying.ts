/** Matches a text of the app wherever it stands, whatever stands for `{values}` that were not given. */
export function saying(text: string): RegExp {
  const parts = text.split(/\{\w+\}/).map((part) => part.split(/\s+/).map(escaped).join('\\s+'));
  return new RegExp(parts.join('[^]+'));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
