/** Remembers what hangs on an object: qs asks it for circles. The package does it for browsers without WeakMap. */
module.exports = function sideChannel() {
  const kept = new Map()
  return {
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
    has: (key) => kept.has(key),
    delete: (key) => kept.delete(key),
  }
}
