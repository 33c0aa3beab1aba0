import type { AnyExtension } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'

/**
 * What notes may consist of: paragraphs, one kind of heading, two kinds of lists, bold and line breaks, as
 * `shared/notes/vocabulary.ts` says to the host. Whoever changes this raises `NOTES_SCHEMA`: an editor deletes from the shared
 * document what its schema does not know.
 */
export const notesSchema: readonly AnyExtension[] = [
  StarterKit.configure({
    heading: { levels: [3] },
    // The shared document has an undo of its own, of this page's edits alone.
    undoRedo: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    italic: false,
    link: false,
    strike: false,
    underline: false,
    // For blocks that a caret cannot enter; there are none.
    gapcursor: false,
    dropcursor: false,
    // Each page would add a paragraph at the end.
    trailingNode: false,
  }),
]
