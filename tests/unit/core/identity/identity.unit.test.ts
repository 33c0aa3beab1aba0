import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDeviceKey, signText } from '../../../../shared/identity/device-key.ts'
import { ballotText, challengeText } from '../../../../shared/identity/signed-text.ts'
import { id } from '../../../fixtures/ids.ts'
import { nodeVerifies } from '../../../fixtures/node-verifies.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'

const key = makeDeviceKey(seededBytes(1))
const otherKey = makeDeviceKey(seededBytes(2))

/** The text with one of its letters changed. */
const changed = (hex: string, at: number) => {
  const index = at % hex.length
  return `${hex.slice(0, index)}${hex[index] === '0' ? '1' : '0'}${hex.slice(index + 1)}`
}

describe('device keys', () => {
  it('Node’s own cryptography accepts what a device signs', () => {
    const signature = signText(key, '铺设塑胶跑道\n赞成')
    expect(signature).toMatch(/^[0-9a-f]{128}$/)
    expect(key.publicKey).toMatch(/^[0-9a-f]{64}$/)
    expect(nodeVerifies(key.publicKey, '铺设塑胶跑道\n赞成', signature)).toBe(true)
  })

  it('of any text, and not for another text or another key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
        const signature = signText(key, text)
        expect(nodeVerifies(key.publicKey, text, signature)).toBe(true)
        expect(nodeVerifies(otherKey.publicKey, text, signature)).toBe(false)
        expect(nodeVerifies(key.publicKey, other, signature)).toBe(other === text)
      }),
      { numRuns: 40 },
    )
  })

  it('a changed signature is not accepted', () => {
    const signature = signText(key, '赞成')
    fc.assert(
      fc.property(fc.nat(127), (at) => {
        expect(nodeVerifies(key.publicKey, '赞成', changed(signature, at))).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  it('two devices have two keys', () => {
    expect(key).not.toEqual(otherKey)
    expect(makeDeviceKey(seededBytes(1))).toEqual(key)
  })
})

const FIELDS = ['meetingId', 'voteId', 'ballotId', 'option', 'seatId', 'commandId'] as const
const letters = fc.stringMatching(/^[0-9a-z]{6,10}$/)
const ballot = fc.record({
  meetingId: letters.map(id.meeting),
  voteId: letters.map(id.vote),
  ballotId: letters.map(id.ballot),
  option: fc.constantFrom('for', 'against', 'abstain'),
  seatId: letters.map(id.seat),
  commandId: letters.map(id.command),
})

describe('what is signed', () => {
  it('a ballot that differs in any field is another text', () => {
    fc.assert(
      fc.property(ballot, ballot, fc.constantFrom(...FIELDS), (one, other, field) => {
        const mixed = { ...one, [field]: other[field] }
        expect(ballotText(mixed) === ballotText(one)).toBe(mixed[field] === one[field])
      }),
      { numRuns: 200 },
    )
  })

  it('a ballot’s text says what it is, a field a line', () => {
    const text = ballotText({
      meetingId: id.meeting('000001'),
      voteId: id.vote('000001'),
      ballotId: id.ballot('000001'),
      option: 'for',
      seatId: id.seat('000001'),
      commandId: id.command('000001'),
    })
    expect(text).toBe('yishiting ballot 1\nmt_000001\nvt_000001\nbl_000001\nfor\nst_000001\ncm_000001')
  })

  it('a proof for one host, one connection or one key serves no other, and is no ballot', () => {
    const proofs = [
      challengeText('host-1', 'nonce-1', key.publicKey),
      challengeText('host-2', 'nonce-1', key.publicKey),
      challengeText('host-1', 'nonce-2', key.publicKey),
      challengeText('host-1', 'nonce-1', otherKey.publicKey),
    ]
    expect(new Set(proofs).size).toBe(4)
    expect(proofs.filter((proof) => proof.startsWith('yishiting ballot'))).toEqual([])
  })
})
