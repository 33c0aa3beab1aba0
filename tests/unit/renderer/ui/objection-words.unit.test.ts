import { expect, it } from 'vitest'
import { objectionWords } from '../../../../renderer/ui/objection-words.ts'

it('where silence agrees, only those who object are told of', () => {
  expect(objectionWords({ shown: null })).toBe('还没有人反对')
  expect(objectionWords({ shown: [{ object: 0 }] })).toBe('还没有人反对')
  expect(objectionWords({ shown: [{ object: 2 }] })).toBe('2 人有反对意见')
})
