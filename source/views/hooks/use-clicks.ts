import {useEffect, useRef} from 'react';
import type {Mouse, OnClick} from '../mouse.ts';

/** Each click finds the screen as it is then. */
export function useClicks(mouse: Mouse | undefined, onClick: OnClick) {
	const latest = useRef(onClick);
	latest.current = onClick;
	useEffect(() => mouse?.listen((...click) => latest.current(...click)), [mouse]);
}
