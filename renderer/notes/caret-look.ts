/** What the host says of whose caret it is; `tone` picks a class of `notes.css`. */
type CaretUser = Readonly<Record<string, unknown>>

const toneClass = ({ tone }: CaretUser): string => `notes-tone-${typeof tone === 'number' ? tone : 0}`

/** Someone else's caret with a name. Classes alone: pages that allow no style attributes show it all the same. */
export function drawCaret(user: CaretUser): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `notes-caret ${toneClass(user)}`
  const name = document.createElement('span')
  name.className = 'notes-caret-name'
  name.textContent = String(user['name'] ?? '')
  caret.append(name)
  return caret
}

export const markSelection = (user: CaretUser) => ({ class: `notes-selection ${toneClass(user)}` })
