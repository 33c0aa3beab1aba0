import type { Plugin } from 'vite'

/** The chunks of a bundle, as far as the size of a page depends on them. */
type Chunks = Readonly<
  Record<string, { readonly type: string; readonly code?: string; readonly imports?: readonly string[] }>
>

/** A chunk and all that it imports at once: what a browser loads before the page is there. */
export function loadedFirst(chunks: Chunks, entry: string): readonly string[] {
  const found = new Set<string>()
  const walk = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    for (const imported of chunks[name]?.imports ?? []) walk(imported)
  }
  walk(entry)
  return [...found]
}

/** Bytes of `text` after gzip. */
async function gzipped(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength
}

/** Fails the build when the JavaScript that the page `name` loads at first is more than `limit` bytes gzipped. */
export function sizeLimit(name: string, limit: number): Plugin {
  let say: (text: string) => void = () => undefined
  return {
    name: 'size-limit',
    apply: 'build',
    configResolved: ({ logger }) => {
      say = (text) => logger.info(text)
    },
    async generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry && one.name === name)
      if (entry === undefined) return
      const chunks: Chunks = bundle
      const sizes = await Promise.all(
        loadedFirst(chunks, entry.fileName).map((one) => gzipped(chunks[one]?.code ?? '')),
      )
      const total = sizes.reduce((sum, size) => sum + size, 0)
      const figure = `${name}: ${(total / 1000).toFixed(1)} kB of JavaScript gzipped, at most ${limit / 1000} kB`
      if (total > limit) this.error(figure)
      say(figure)
    },
  }
}
