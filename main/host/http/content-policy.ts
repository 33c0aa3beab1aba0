const FIXED = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
]

/**
 * The policy of a page asked for as `host`: older WebKit does not count a socket to the same place as `'self'`. Phone
 * and screen pages take styles from files alone; laptop pages (Ant Design) also those that carry the nonce.
 */
export function contentPolicy(host: string, nonce: string | null): string {
  const style = nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`
  return [...FIXED, style, `connect-src 'self' ws://${host}`].join('; ')
}
