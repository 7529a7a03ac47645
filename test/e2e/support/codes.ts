/** A code of the same form that is certainly another one. */
export function wrong(code: string): string {
  const last = code.slice(-1);
  return code.slice(0, -1) + (last === '0' ? '1' : '0');
}
