import { expect, it } from 'vitest'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { expectHealthy } from '../fixtures/healthy.ts'
import { RawClient } from '../fixtures/raw-client.ts'
import { startTestHall } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()

const unreadable = { as: { kind: 'hologram', claims: [[['?']]] }, resume: 'later', more: { of: 'this' } }
const device = { as: { kind: 'device', publicKey: 'ab'.repeat(32), meetingId: null }, resume: [] }

it.each([
  ['older', PROTOCOL.oldest - 1, 'pageTooOld', 4001, '页面版本太旧。请刷新页面，或重新扫码进入。'],
  ['newer', PROTOCOL.current + 1, 'hostTooOld', 4002, '主机的软件比这个页面旧。请联系工作人员更新主机。'],
  ['far newer', 4_000, 'hostTooOld', 4002, '主机的软件比这个页面旧。请联系工作人员更新主机。'],
  ['impossibly old', -3, 'pageTooOld', 4001, '页面版本太旧。请刷新页面，或重新扫码进入。'],
] as const)(
  'a page of %s version is told so in words, readable or not',
  async (_, protocol, reason, code, sentence) => {
    const hall = closing(await startTestHall())
    for (const rest of [device, unreadable, {}]) {
      const client = await closing(new RawClient(hall.host.port)).opened()
      client.send({ t: 'hello', protocol, ...rest })
      expect(await client.end()).toEqual({ code, reason: sentence })
      expect(client.frames).toEqual([{ t: 'goodbye', reason, sentence }])
    }
    await expectHealthy(hall)
  },
)

it('a page of this very version whose hello cannot be read is malformed and not “too old”', async () => {
  const hall = closing(await startTestHall())
  const client = await closing(new RawClient(hall.host.port)).opened()
  client.send({ t: 'hello', protocol: PROTOCOL.current, ...unreadable })
  expect(await client.heard('refused')).toMatchObject({ rejection: { code: 'malformed' } })
  await expectHealthy(hall)
})
