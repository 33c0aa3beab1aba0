import { rowNames } from '../../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../../shared/meeting/voting/terms.ts'
import { markName } from '../../../../shared/wording/vote-words.ts'
import { BLANK, type CalledPaper, silentPaper } from './called-papers.ts'

/** A paper as it would be read back: what was called, row by row. */
export function paperWords(question: Question, paper: CalledPaper): string {
  if (paper === null) return '无效'
  const silent = silentPaper(question)
  const names = rowNames(question)
  const said = paper.flatMap((mark, row) => {
    if (mark === BLANK || mark === silent[row]) return []
    const name = names[row] ?? null
    if (name === null) return markName(mark)
    return question.kind === 'choice' || (question.kind === 'election' && mark === 'for')
      ? name
      : `${name}${markName(mark)}`
  })
  return said.length > 0 ? said.join('、') : question.kind === 'objection' ? '没有反对意见' : '一项也没有划'
}
