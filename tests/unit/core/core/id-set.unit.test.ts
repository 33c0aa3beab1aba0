import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasId, type IdSet, noIds, withId } from '../../../../shared/core/id-set.ts'

/** Ids of every kind and length; few letters, so that many have the same end. */
const anyId = fc
  .tuple(fc.constantFrom('it', 'vt', 'rs', 'st'), fc.stringMatching(/^[0ztiv]{6,26}$/))
  .map(([prefix, rest]) => `${prefix}_${rest}`)

describe('a set of ids', () => {
  it('has what was put in and nothing else, also after a while in a snapshot', () => {
    fc.assert(
      fc.property(fc.array(anyId, { maxLength: 60 }), fc.array(anyId, { maxLength: 30 }), (added, others) => {
        const set = added.reduce(withId, noIds)
        const read: IdSet = JSON.parse(JSON.stringify(set))
        for (const id of [...added, ...others]) {
          expect(hasId(set, id)).toBe(added.includes(id))
          expect(hasId(read, id)).toBe(added.includes(id))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is never changed by adding to it', () => {
    fc.assert(
      fc.property(fc.array(anyId, { maxLength: 40 }), anyId, (added, more) => {
        const set = added.reduce(withId, noIds)
        const before = JSON.stringify(set)
        withId(set, more)
        expect(JSON.stringify(set)).toBe(before)
      }),
    )
  })

  it('is the same whatever the order in which its ids came', () => {
    fc.assert(
      fc.property(fc.array(anyId, { maxLength: 40 }), (added) => {
        expect([...added].reverse().reduce(withId, noIds)).toEqual(added.reduce(withId, noIds))
      }),
    )
  })

  it('tells apart ids of which one is the end of the other, or that differ in their kind alone', () => {
    const ids = ['it_zit_00', 'it_000000', 'vt_000000', 'it_z000000', 'it_zz000000', 'it_tiz000000', 'it_ititz000000']
    for (const [index, id] of ids.entries()) {
      const others = ids.filter((_, other) => other !== index).reduce(withId, noIds)
      expect(hasId(others, id)).toBe(false)
      expect(hasId(withId(others, id), id)).toBe(true)
    }
  })
})
