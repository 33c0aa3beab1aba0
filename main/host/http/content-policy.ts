/** Stands in the built page of the desk where each answer puts a nonce of its own. */
const NONCE_MARK = '__STYLE_NONCE__'

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
 * A built page as it is answered, and its policy. `host` is where it opens sockets: older WebKit does not count one to the
 * same place as `'self'`. Phone and screen pages take styles from files alone; laptop pages (Ant Design) also those that
 * carry the nonce, made for this answer alone.
 */
export function underPolicy(
  page: string,
  { host, nonce }: { readonly host: string; readonly nonce: () => string },
): { readonly html: string; readonly policy: string } {
  const own = page.includes(NONCE_MARK) ? nonce() : null
  const style = own === null ? "style-src 'self'" : `style-src 'self' 'nonce-${own}'`
  return {
    html: own === null ? page : page.replaceAll(NONCE_MARK, own),
    policy: [...FIXED, style, `connect-src 'self' ws://${host}`].join('; '),
  }
}
