/** A code of the same form that is certainly not this one. */
export function incorrect(code: string): string {
  const last = code.slice(-1);
  return code.slice(0, -1) + (last === '0' ? '1' : '0');
}
