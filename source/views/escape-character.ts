/** The character that every sequence of a terminal begins with. */
export const escapeCharacter = '\u001B';
