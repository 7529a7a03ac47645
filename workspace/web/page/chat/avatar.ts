/** Colours of the pictures that Rocket.Chat draws for people without one. */
const COLOURS = ['#F44336', '#E91E63', '#9C27B0', '#673AB7', '#3F51B5', '#2196F3', '#00897B', '#4CAF50', '#EF6C00'];

/** A person's picture, as Rocket.Chat draws it for people without one: the first letter on a colour. @returns a `data:` URL */
export function avatarUrl(username: string): string {
  const colour = COLOURS[[...username].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS.length];
  const [initial = '?'] = username.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  const style = 'font: 110px Inter, sans-serif; fill: #fff; text-anchor: middle';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="${colour}"/><text x="100" y="140" style="${style}">${initial}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
