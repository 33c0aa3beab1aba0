import JSZip from 'jszip'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { HallClient } from '../../shared/client/hall-client.ts'
import { type HallStage, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { meetsPeers } from '../fixtures/browser/meets-peers.ts'
import { button, sees } from '../fixtures/browser/on-page.ts'
import { SITE, type Surface } from '../fixtures/browser/stage.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { startTestHost, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
const PATIENCE_MS = 15_000

const editorOn = (page: Page) => page.locator('.notes-text[contenteditable=true]')
/** In the page: what is written, a line for each paragraph, without the names at other people's carets. */
const WRITTEN = `[...document.querySelectorAll('.notes-text > *')].map((block) => {
  const copy = block.cloneNode(true)
  for (const caret of copy.querySelectorAll('.notes-caret')) caret.remove()
  return copy.textContent.replaceAll('\\u2060', '')
}).join('\\n')`
const textOn = (page: Page): Promise<string> => page.evaluate(WRITTEN)
const standing = (page: Page) => page.locator('.notes-status').getAttribute('data-at')

/**
 * Two browser processes with the notes of the running item open, one on a phone, one on the scribe's laptop; and the paths of
 * the sockets that the phone has opened for them.
 */
async function twoWriters(
  stage: HallStage,
): Promise<{ readonly phone: Surface; readonly laptop: Surface; readonly sockets: readonly string[] }> {
  const { hall } = stage
  const phone = await stage.seated('委员甲')
  const laptop = await stage.seated('话事', 'laptop')
  await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
  const sockets = socketsOf(phone.page)
  await laptop.page.getByRole('link', { name: '打开话事员台' }).click()
  await button(phone.page, '记两句，或看别人记的').click()
  for (const { page } of [phone, laptop]) await editorOn(page).waitFor()
  return { phone, laptop, sockets }
}

/** A paragraph of one's own at the end, typed letter by letter. */
async function write(page: Page, sentence: string): Promise<void> {
  await editorOn(page).focus()
  await page.evaluate(
    `getSelection().selectAllChildren(document.querySelector('.notes-text')); getSelection().collapseToEnd()`,
  )
  if ((await textOn(page)).trim() !== '') await page.keyboard.press('Enter')
  await page.keyboard.type(sentence)
}

const reads = (page: Page, sentence: string) =>
  expect.poll(() => textOn(page), { timeout: PATIENCE_MS }).toContain(sentence)
const bothSaved = (...pages: readonly Page[]) => Promise.all(pages.map((page) => sees(page, /已存盘 \d\d:\d\d:\d\d/)))

/** The paths of the sockets that a page opens from now on. */
function socketsOf(page: Page): readonly string[] {
  const paths: string[] = []
  page.on('websocket', (socket) => paths.push(new URL(socket.url()).pathname))
  return paths
}

/** The text of the minutes as a host prints them, from what its disk holds. */
async function minutesOf(port: number, secret: string, meetingId: HallStage['hall']['meetingId']): Promise<string> {
  const operator = new HallClient(nodeRuntime(port), { kind: 'operator', secret })
  onTestFinished(() => operator.close())
  await until(() => operator.phase.at === 'live')
  const paper = await operator.paper({ kind: 'minutes', meetingId })
  if (!paper.ok) throw new Error(paper.sentence)
  const zip = await JSZip.loadAsync(paper.base64, { base64: true })
  return ((await zip.file('word/document.xml')?.async('string')) ?? '').replace(/<[^>]+>/g, '')
}

describe('the notes of two browser processes', () => {
  test('go by the host alone where direct connections are switched off', async () => {
    const stage = closing(await startHallStage({ processes: 2 }))
    const { hall } = stage
    const settings = { admission: 'chair', contactMonths: 6, peerNotes: false }
    await hall.operator.send('settings', null, 'saveSettings', settings)
    const { laptop, phone, sockets } = await twoWriters(stage)
    await write(phone.page, '水泥地硌脚，老人走着不稳。')
    await reads(laptop.page, '水泥地硌脚，老人走着不稳。')
    await write(laptop.page, '物业答复：先报价，再公示。')
    await reads(phone.page, '物业答复：先报价，再公示。')
    await expect
      .poll(() => phone.page.locator('.notes-caret-name').allTextContents(), { timeout: PATIENCE_MS })
      .toEqual(['话事'])
    await bothSaved(phone.page, laptop.page)
    expect(await textOn(phone.page)).toBe(await textOn(laptop.page))
    await lookAt(phone.page, 'notes-phone')
    await lookAt(laptop.page, 'notes-scribe')
    expect(sockets).not.toContain('/signal')
    expect(await phone.page.locator('.notes-peers').count()).toBe(0)
    const printed = await minutesOf(hall.host.port, hall.host.operatorSecret, hall.meetingId)
    expect(printed).toContain('水泥地硌脚，老人走着不稳。')
    // Switched on, the same pages find each other: what was not there before could have been.
    if (await meetsPeers(phone.page)) {
      await hall.operator.send('settings', null, 'saveSettings', { ...settings, peerNotes: true })
      for (const { page } of [phone, laptop]) await sees(page, '与 1 位直连')
      expect(sockets).toContain('/signal')
    }
    stage.expectCalm()
  })

  test('go on without the host, from browser to browser, and are on its disk when it is back', async ({ skip }) => {
    const storage = memoryStorage()
    const stage = closing(await startHallStage({ processes: 2, storage }))
    const { hall } = stage
    const { port } = hall.host
    const { laptop, phone } = await twoWriters(stage)
    if (!(await meetsPeers(phone.page))) {
      console.log('skipped: on this machine browsers cannot connect to each other directly, WebRTC finds no address')
      skip()
    }
    for (const { page } of [phone, laptop]) await sees(page, '与 1 位直连')
    await write(phone.page, '断线前写的。')
    await reads(laptop.page, '断线前写的。')
    await bothSaved(phone.page, laptop.page)

    await hall.host.close()
    for (const { page } of [phone, laptop])
      await expect.poll(() => standing(page), { timeout: PATIENCE_MS }).toBe('offline')
    await write(phone.page, '主机关了，手机接着写。')
    await reads(laptop.page, '主机关了，手机接着写。')
    await write(laptop.page, '笔记本也接着写。')
    await reads(phone.page, '笔记本也接着写。')
    expect(await phone.page.locator('.notes-status').innerText()).toMatch(/离线，先记着，连上后自动补上/)
    await lookAt(phone.page, 'notes-phone-without-host')
    await lookAt(laptop.page, 'notes-scribe-without-host')

    const again = closing(await startTestHost({ storage, port, site: SITE }))
    for (const { page } of [phone, laptop])
      await expect.poll(() => standing(page), { timeout: 2 * PATIENCE_MS }).toBe('live')
    await bothSaved(phone.page, laptop.page)
    expect(await textOn(phone.page)).toBe(await textOn(laptop.page))
    await again.close()
    const reopened = closing(await startTestHost({ storage, port }))
    const printed = await minutesOf(reopened.port, reopened.operatorSecret, hall.meetingId)
    for (const sentence of ['断线前写的。', '主机关了，手机接着写。', '笔记本也接着写。'])
      expect(printed).toContain(sentence)
    stage.expectCalm()
  })
})
