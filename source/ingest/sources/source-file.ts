/** A file to import from. Plain values, so that it can be handed to another thread. */
export type SourceFile = {
	/** As it was asked for, without a password: names it in messages. */
	readonly name: string;
	/** Under which it is recorded: an absolute path, an address without its password, or `stdin`. */
	readonly origin: string;
	/** Where its bytes are. */
	readonly path: string;
};

/** Something that can be brought here as a file. */
export type Source = {
	readonly kind: 'file' | 'address' | 'stdin';
	/** As it was asked for: names it in messages. */
	readonly name: string;
};
