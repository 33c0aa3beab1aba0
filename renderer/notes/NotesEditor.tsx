import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type { NotesClient } from '../../shared/notes/notes-client.ts'
import { drawCaret, markSelection } from './caret-look.ts'
import { NotesToolbar } from './NotesToolbar.tsx'
import { notesSchema } from './notes-schema.ts'
import { isTooMuch, PASTE_REFUSED } from './paste-limit.ts'
import { useNotesStatus } from './use-notes.ts'

const PLACEHOLDER = '在这里记：谁说了什么、达成什么、还差什么'

type Props = {
  readonly client: NotesClient
  readonly itemId: string
  /** What a screen reader calls it. */
  readonly label: string
  readonly deviceName: string
}

/** The editor of one agenda item's notes. Give it a key of client and item: an editor is bound to one fragment for life. */
export function NotesEditor({ client, deviceName, itemId, label }: Props) {
  const { loaded, write } = useNotesStatus(client)
  const [notice, setNotice] = useState<string | null>(null)
  // Before the host's document is here, a page would begin one of its own.
  const editable = write && loaded
  const editor = useEditor({
    extensions: [
      ...notesSchema,
      Collaboration.configure({ fragment: client.doc.getXmlFragment(itemId) }),
      CollaborationCaret.configure({
        provider: client,
        user: { name: deviceName },
        render: drawCaret,
        selectionRender: markSelection,
      }),
    ],
    editable,
    injectCSS: false,
    editorProps: {
      // Also a reader scrolls with the keyboard.
      attributes: {
        class: 'notes-text',
        role: 'textbox',
        tabindex: '0',
        'aria-multiline': 'true',
        'aria-label': label,
      },
      handlePaste: (_view, event) => refuseLarge(event.clipboardData),
      handleDrop: (_view, event) => refuseLarge(event.dataTransfer),
    },
  })
  const refuseLarge = (data: DataTransfer | null): boolean => {
    const tooMuch = isTooMuch(data)
    setNotice(tooMuch ? PASTE_REFUSED : null)
    return tooMuch
  }
  useEffect(() => {
    editor.setEditable(editable, false)
    editor.view.dom.setAttribute('aria-readonly', String(!editable))
  }, [editor, editable])
  const isEmpty = useEditorState({ editor, selector: ({ editor }) => editor.isEmpty })
  return (
    <div className="notes-editor">
      {editable && <NotesToolbar editor={editor} />}
      <div className="notes-sheet">
        {isEmpty && <p className="notes-placeholder">{editable ? PLACEHOLDER : '这一项还没有笔记'}</p>}
        <EditorContent editor={editor} />
      </div>
      {notice !== null && (
        <p className="notes-notice" role="alert">
          {notice}
        </p>
      )}
    </div>
  )
}
