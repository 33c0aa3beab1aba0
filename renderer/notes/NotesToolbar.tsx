import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'

type Tool = {
  readonly label: string
  /** Shown when the pointer rests on it. */
  readonly hint: string
  /** Whether it holds for the text at the caret; null where there is nothing to hold. */
  readonly isOn: ((editor: Editor) => boolean) | null
  readonly act: (editor: Editor) => void
}

const TOOLS: readonly Tool[] = [
  {
    label: '小标题',
    hint: '小标题（行首输入 ### 和空格）',
    isOn: (editor) => editor.isActive('heading'),
    act: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: '加粗',
    hint: '加粗（Ctrl+B）',
    isOn: (editor) => editor.isActive('bold'),
    act: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: '圆点',
    hint: '圆点列表（行首输入 - 和空格）',
    isOn: (editor) => editor.isActive('bulletList'),
    act: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: '编号',
    hint: '编号列表（行首输入 1. 和空格）',
    isOn: (editor) => editor.isActive('orderedList'),
    act: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: '撤销',
    hint: '撤销自己的上一步（Ctrl+Z）',
    isOn: null,
    act: (editor) => editor.chain().focus().undo().run(),
  },
]

export function NotesToolbar({ editor }: { readonly editor: Editor }) {
  const on = useEditorState({ editor, selector: ({ editor }) => TOOLS.map((tool) => tool.isOn?.(editor)) })
  return (
    <div className="notes-tools" role="toolbar" aria-label="笔记格式">
      {TOOLS.map((tool, index) => (
        <button
          key={tool.label}
          type="button"
          className="notes-tool"
          title={tool.hint}
          aria-pressed={on[index]}
          // The selection in the text stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => tool.act(editor)}
        >
          {tool.label}
        </button>
      ))}
    </div>
  )
}
