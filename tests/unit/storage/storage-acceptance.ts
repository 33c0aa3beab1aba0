import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Storage } from '../../../main/host/storage/storage.ts'

export type Made = { readonly storage: Storage; readonly dispose: () => Promise<void> }

const text = (value: string) => new TextEncoder().encode(value)

/** What every storage does, whatever stands behind it. */
export function storageAcceptance(name: string, make: () => Promise<Made>): void {
  describe(`${name} as a storage`, () => {
    let made: Made
    let storage: Storage
    const content = async (path: string) => {
      const bytes = await storage.read(path)
      return bytes === null ? null : new TextDecoder().decode(bytes)
    }

    beforeEach(async () => {
      made = await make()
      storage = made.storage
      await storage.makeDir('hall/meetings')
    })
    afterEach(() => made.dispose())

    it('reads null where there is no file, and lists nothing where there is no folder', async () => {
      expect(await storage.read('hall/none')).toBeNull()
      expect(await storage.read('nowhere/none')).toBeNull()
      expect(await storage.list('nowhere')).toEqual([])
    })

    it('reads back what was written, and replaces it whole', async () => {
      await storage.write('hall/a', text('a long first content'))
      await storage.write('hall/a', text('short'))
      expect(await content('hall/a')).toBe('short')
    })

    it('keeps its own copy of the bytes', async () => {
      const mine = text('mine')
      await storage.write('hall/a', mine)
      mine.fill(0)
      const read = await storage.read('hall/a')
      read?.fill(0)
      expect(await content('hall/a')).toBe('mine')
    })

    it('refuses to write into a folder that was never made', async () => {
      await expect(storage.write('nowhere/a', text('x'))).rejects.toThrow()
      await expect(storage.openLog('nowhere/a')).rejects.toThrow()
      await expect(storage.syncDir('nowhere')).rejects.toThrow()
    })

    it('lists the names of files in order, without folders', async () => {
      for (const name of ['b', 'c', 'a']) await storage.write(`hall/${name}`, text(name))
      expect(await storage.list('hall')).toEqual(['a', 'b', 'c'])
    })

    it('has files in the data folder itself', async () => {
      await storage.write('top', text('top'))
      await storage.syncFile('top')
      await storage.syncDir('')
      expect(await storage.list('')).toEqual(['top'])
    })

    it('makes a folder that is there already without harm to what it holds', async () => {
      await storage.write('hall/meetings/a', text('kept'))
      await storage.makeDir('hall/meetings')
      expect(await content('hall/meetings/a')).toBe('kept')
    })

    it('appends to a log and counts its bytes', async () => {
      const log = await storage.openLog('hall/log')
      expect(log.size()).toBe(0)
      await log.append(text('one '))
      await log.append(text('two'))
      await log.sync()
      expect(log.size()).toBe(7)
      await log.close()
      expect(await content('hall/log')).toBe('one two')
    })

    it('goes on at the end of a log that is opened again', async () => {
      const first = await storage.openLog('hall/log')
      await first.append(text('one '))
      await first.close()
      const second = await storage.openLog('hall/log')
      expect(second.size()).toBe(4)
      await second.append(text('two'))
      await second.close()
      expect(await content('hall/log')).toBe('one two')
    })

    it('cuts a log and appends where it was cut', async () => {
      const log = await storage.openLog('hall/log')
      await log.append(text('one two'))
      await log.truncate(4)
      expect(log.size()).toBe(4)
      await log.append(text('three'))
      await expect(log.truncate(100)).rejects.toThrow(RangeError)
      await log.close()
      expect(await content('hall/log')).toBe('one three')
    })

    it('refuses to use a log that was closed', async () => {
      const log = await storage.openLog('hall/log')
      await log.close()
      await expect(log.append(text('x'))).rejects.toThrow()
      await expect(log.sync()).rejects.toThrow()
    })

    it('writes a large append whole', async () => {
      const large = new Uint8Array(300_000).map((_, index) => index % 251)
      const log = await storage.openLog('hall/log')
      await log.append(large)
      await log.close()
      expect(Buffer.compare((await storage.read('hall/log')) ?? new Uint8Array(), large)).toBe(0)
    })

    it('renames over an older file in one step', async () => {
      await storage.write('hall/a', text('old'))
      await storage.write('hall/a.tmp', text('new'))
      await storage.syncFile('hall/a.tmp')
      await storage.rename('hall/a.tmp', 'hall/a')
      await storage.syncDir('hall')
      expect(await content('hall/a')).toBe('new')
      expect(await storage.list('hall')).toEqual(['a'])
    })

    it('refuses to rename what is not there, or to another folder', async () => {
      await storage.write('hall/a', text('a'))
      await expect(storage.rename('hall/none', 'hall/b')).rejects.toThrow()
      await expect(storage.rename('hall/a', 'hall/meetings/a')).rejects.toThrow('stays in its folder')
    })

    it('refuses to sync a file that is not there', async () => {
      await expect(storage.syncFile('hall/none')).rejects.toThrow()
    })

    it('removes a file, and takes a missing one for removed', async () => {
      await storage.write('hall/a', text('a'))
      await storage.remove('hall/a')
      await storage.remove('hall/a')
      await storage.remove('nowhere/a')
      expect(await storage.read('hall/a')).toBeNull()
    })

    it.each(['../out', '/etc/passwd', 'hall/../../out', 'hall\\..\\out', 'hall/\0', 'C:/out', 'hall//a', 'hall/.'])(
      'refuses the path %j, which could lie outside',
      async (path) => {
        await expect(storage.read(path)).rejects.toThrow('not a path')
        await expect(storage.write(path, text('x'))).rejects.toThrow('not a path')
        await expect(storage.openLog(path)).rejects.toThrow('not a path')
        await expect(storage.makeDir(path)).rejects.toThrow('not a path')
        await expect(storage.list(path)).rejects.toThrow('not a path')
        await expect(storage.remove(path)).rejects.toThrow('not a path')
        await expect(storage.rename('hall/a', path)).rejects.toThrow()
      },
    )

    it('is locked by one at a time', async () => {
      const first = await storage.lock()
      expect(first.ok).toBe(true)
      expect((await storage.lock()).ok).toBe(false)
      if (first.ok) await first.release()
      const second = await storage.lock()
      expect(second.ok).toBe(true)
      if (first.ok) await first.release()
      expect((await storage.lock()).ok).toBe(false)
      if (second.ok) await second.release()
    })

    it('does not list its lock', async () => {
      const lock = await storage.lock()
      expect(await storage.list('')).toEqual([])
      if (lock.ok) await lock.release()
    })
  })
}
