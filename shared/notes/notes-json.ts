import * as Y from 'yjs'

/** A node of an item's notes in the shape of ProseMirror's JSON. */
export type NotesNode = {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly marks?: readonly { readonly type: string }[]
  readonly text?: string
  readonly content?: readonly NotesNode[]
}

/**
 * The notes of one item as `{type: 'doc', content}`. Only reads: the converter that builds editor nodes deletes from the
 * live document what it does not know.
 */
export function notesJson(fragment: Y.XmlFragment): NotesNode {
  return { type: 'doc', content: childrenOf(fragment) }
}

function childrenOf(parent: Y.XmlFragment): readonly NotesNode[] {
  return parent.toArray().flatMap((child): readonly NotesNode[] => {
    if (child instanceof Y.XmlText) return textOf(child)
    if (!(child instanceof Y.XmlElement)) return []
    const attrs: Readonly<Record<string, unknown>> = child.getAttributes()
    const content = childrenOf(child)
    return [
      {
        type: child.nodeName,
        ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
        ...(content.length > 0 ? { content } : {}),
      },
    ]
  })
}

function textOf(text: Y.XmlText): readonly NotesNode[] {
  const delta: readonly { readonly insert?: unknown; readonly attributes?: object }[] = text.toDelta()
  return delta.flatMap(({ attributes, insert }) => {
    if (typeof insert !== 'string') return []
    const marks = Object.keys(attributes ?? {}).map((type) => ({ type }))
    return [{ type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) }]
  })
}
