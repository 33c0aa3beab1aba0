import * as Y from 'yjs'
import type { ItemId } from '../../../shared/core/ids.ts'
import { NotesClient } from '../../../shared/notes/notes-client.ts'
import type { NotesRuntime } from '../../../shared/notes/notes-runtime.ts'
import { waitFor } from './wait-for.ts'

/** One letter after the other, so that the writers' letters really mix. */
const BETWEEN_LETTERS_MS = 1

/** People who write in the notes of one meeting, each on a connection of their own. */
export class Writers {
  readonly #clients: readonly NotesClient[]

  constructor(runtimes: readonly NotesRuntime[]) {
    this.#clients = runtimes.map((runtime) => new NotesClient(runtime))
  }

  get count(): number {
    return this.#clients.length
  }

  /** Everybody types a sentence of their own at the same time; ends when all have the same text and it is on the disk. */
  async type(itemId: ItemId, sentences: readonly string[]): Promise<string> {
    await waitFor('笔记连上', () => this.#clients.every(({ status }) => status.at === 'live' && status.write))
    const written = this.#clients.slice(0, sentences.length)
    await Promise.all(
      written.map((client, index) => typeParagraph(client, itemId, sentences[index] ?? '', BETWEEN_LETTERS_MS)),
    )
    await waitFor('笔记存盘', () => this.#clients.every(({ status }) => status.unsaved === 0))
    const texts = () => new Set(this.#clients.map(({ doc }) => doc.getXmlFragment(itemId).toString()))
    await waitFor('各端笔记一致', () => texts().size === 1)
    const [text = ''] = texts()
    const missing = sentences.filter((sentence) => !text.includes(sentence))
    if (missing.length > 0) throw new Error(`笔记里少了：${missing.join('；')}`)
    return `${written.length} 人同时记了 ${sentences.length} 段，各端一致`
  }

  end(): void {
    for (const client of this.#clients) client.end()
  }
}

/** Types a paragraph of one's own at the end of an item's notes, letter by letter, so many ms apart. */
export async function typeParagraph(
  { doc }: NotesClient,
  itemId: ItemId,
  sentence: string,
  betweenLettersMs: number,
): Promise<void> {
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  const fragment = doc.getXmlFragment(itemId)
  fragment.insert(fragment.length, [paragraph])
  for (const letter of sentence) {
    text.insert(text.length, letter)
    await new Promise((later) => setTimeout(later, betweenLettersMs))
  }
}
