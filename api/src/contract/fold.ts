/** Lower case without accents: the one form in which texts are searched and sorted, for values and for queries alike. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
