import { pinyinInitials } from './pinyin-initials.ts'

/** Those whose name holds what was typed: part of the name, or the initials of its pinyin. */
export function matching<Named extends { readonly name: string }>(
  all: readonly Named[],
  typed: string,
): readonly Named[] {
  const sought = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  if (sought === '') return all
  return all.filter(({ name }) => name.toLowerCase().includes(sought) || pinyinInitials(name).includes(sought))
}
