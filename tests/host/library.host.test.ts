import { beforeEach, describe, expect, it } from 'vitest'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { MAX_OWN_ENTRIES } from '../../shared/library/library.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { ownFormat as format } from '../fixtures/formats.ts'
import { startTestHall, startTestHost, type TestHall, testRule, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
let hall: TestHall
beforeEach(async () => {
  hall = closing(await startTestHall())
})

const send = (type: string, data: unknown) => hall.operator.send('library', null, type, data)

describe('the library of formats and rule packs', () => {
  it('takes an entry, replaces it under its id, and lets it go', async () => {
    expect(await send('saveFormat', format)).toMatchObject({ ok: true })
    expect(await send('saveRulePack', testRule)).toMatchObject({ ok: true })
    await until(() => hall.operator.library.rulePacks.length === 1)
    // What says nothing of having been compared with its source has not been.
    expect(hall.operator.library).toEqual({ formats: [format], rulePacks: [{ ...testRule, checked: null }] })
    expect(await send('saveFormat', { ...format, name: '树下会' })).toMatchObject({ ok: true })
    expect(await send('deleteRulePack', { ruleId: testRule.ruleId })).toMatchObject({ ok: true })
    await until(() => hall.operator.library.rulePacks.length === 0)
    expect(hall.operator.library).toEqual({ formats: [{ ...format, name: '树下会' }], rulePacks: [] })
  })

  it('nobody but the operator changes or sees it', async () => {
    await send('saveFormat', format)
    for (const name of ['主持', '话事', '委员甲', '列席']) {
      const { client } = await hall.seated(name)
      const answer = await client.send('library', hall.seat(name), 'saveFormat', { ...format, name: '别的会' })
      expect(answer).toMatchObject({ ok: false, rejection: { code: 'notPermitted' } })
      expect(client.library.formats).toEqual([])
    }
    expect(hall.host.hall.documents.library.data.formats).toEqual([format])
  })

  it('what is no format and no rule is refused and changes nothing', async () => {
    for (const wrong of [
      null,
      {},
      { ...format, steps: [] },
      { ...format, speakingSeconds: 5 },
      { ...format, name: '' },
    ]) {
      expect(await send('saveFormat', wrong)).toMatchObject({ ok: false, rejection: { code: 'malformed' } })
    }
    expect(
      await send('saveRulePack', { ...testRule, quorum: { ...testRule.quorum, share: { num: 4, den: 3 } } }),
    ).toMatchObject({ ok: false })
    expect(hall.host.hall.documents.library.data).toEqual({ formats: [], rulePacks: [] })
  })

  it('has an end, which is told', async () => {
    const many = Array.from({ length: MAX_OWN_ENTRIES }, (_, index) =>
      send('saveFormat', { ...format, formatId: `own_${index}` }),
    )
    expect((await Promise.all(many)).every((answer) => answer.ok)).toBe(true)
    expect(await send('saveFormat', format)).toMatchObject({ ok: false, rejection: { code: 'libraryFull' } })
    expect(await send('saveFormat', { ...format, formatId: 'own_0', name: '树下会' })).toMatchObject({ ok: true })
  })

  it('outlives the host', async () => {
    const storage = memoryStorage()
    const first = await startTestHall({ storage })
    await first.operator.send('library', null, 'saveFormat', format)
    await first.close()
    const host = closing(await startTestHost({ storage }))
    expect(host.hall.documents.library.data.formats).toEqual([format])
  })
})
