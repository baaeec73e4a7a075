import { freeArea, type Camera, type Insets, type Screen } from '#lib/geo/index.ts';
import type { Route, Shapes, View } from '#lib/story/index.ts';
import type { drawing } from './drawing';
import type { GeoJSONSource, MapLibreMap } from './maplibre';
import type { Palette } from './palette';
import { isPlain, plainDrawing, shapesOf } from './plain-drawing';
import type * as Later from './later';
import type { RouteTips } from './route-tip';
import { routeGradient, STORY_OPACITIES, STORY_SOURCES, type StorySource } from './story-layers';
import { inSlot, type Slot } from './story-slots';

/** A step's drawings as they are to be seen in a picture. */
export interface DrawnStep {
	view: View;
	slot: Slot;
	/** 0…1. */
	opacity: number;
	/** How much of its routes is drawn, 0…1. */
	route: number;
	/** Where the map rests while the step is read: names and hatches are set for that picture. */
	rest: Camera;
	/** What covers its edges. */
	insets: Insets;
}

export interface StoryDrawingsOptions {
	slots: readonly Slot[];
	/** Fetches the story's shapes; asked for when a view first draws one. */
	shapes: () => Promise<Shapes>;
	palette: Palette;
	names: boolean;
	/** Fetches what is needed once the map has been seen. */
	later: () => Promise<typeof Later | undefined>;
}

/** Puts the drawings of steps on the map. What to draw is decided by `drawing`; what is the same is not drawn again. */
export class StoryDrawings {
	readonly #map: MapLibreMap;
	readonly #options: StoryDrawingsOptions;
	#palette: Palette;
	#names: boolean;
	/** Comes when a view first draws more than marks and routes. */
	#drawing: typeof drawing | undefined;
	#shapes: Shapes | undefined;
	/** What each source holds. */
	#sources = new Map<string, string>();
	/** What each slot's drawings were made for. */
	#made = new Map<Slot, Pick<DrawnStep, 'view' | 'rest'>>();
	#opacities = new Map<Slot, number>();
	#routes = new Map<Slot, number>();
	/** The slots whose layers are drawn, be it with an opacity of 0. */
	#visible = new Set<Slot>();
	/** They come when a step first has routes. */
	#tips: Map<Slot, RouteTips> | undefined;
	/** How far the basemap's names of places give way, by id, 0…1. */
	#told = new Map<string, number>();

	constructor(map: MapLibreMap, options: StoryDrawingsOptions) {
		this.#map = map;
		this.#options = options;
		this.#palette = options.palette;
		this.#names = options.names;
	}

	/** As far as they have been fetched. */
	get shapes(): Shapes | undefined {
		return this.#shapes;
	}

	/** Whether all is there that these steps are drawn from. */
	isReadyFor(steps: DrawnStep[]): boolean {
		if (steps.every(({ view }) => isPlain(view))) return true;
		return !!this.#drawing && (!!this.#shapes || steps.every(({ view }) => !shapesOf(view).length));
	}

	/** @throws {Error} where what these steps are drawn with, or from, cannot be had */
	async fetch(steps: DrawnStep[]): Promise<void> {
		if (this.isReadyFor(steps)) return;
		const needsShapes = steps.some(({ view }) => shapesOf(view).length);
		const [later, shapes] = await Promise.all([
			this.#options.later(),
			needsShapes ? this.#options.shapes() : undefined,
		]);
		if (!later) throw new Error('No drawing.');
		this.#drawing = later.drawing;
		this.#shapes ??= shapes;
	}

	/**
	 * Draws these steps and no other. `tells` says whether the basemap's own names give way to theirs.
	 *
	 * @throws {Error} where the shapes lack one of theirs; they are fetched anew the next time
	 */
	draw(steps: DrawnStep[], screen: Screen, tells: boolean): void {
		try {
			for (const step of steps) this.#make(step, screen);
		} catch (error) {
			this.#shapes = undefined;
			throw error;
		}
		for (const slot of this.#options.slots) {
			const step = steps.find((drawn) => drawn.slot === slot);
			this.#show(slot, step?.opacity ?? 0);
			this.#travel(slot, step?.route ?? 0);
		}
		this.#tell(tells ? steps : []);
	}

	/** Has all drawings fade; `draw` brings them back. */
	veil(): void {
		for (const slot of this.#options.slots) this.#fade(slot, 0);
	}

	/** What has faded is not drawn any more: MapLibre cuts out the tiles of what nobody sees, too, a third of a flight's work. */
	hide(): void {
		for (const slot of this.#options.slots)
			if (!this.#opacities.get(slot) && this.#visible.has(slot)) this.#setVisible(slot);
	}

	/** Draws the routes of all steps up to `progress`, 0…1. */
	setRoute(progress: number): void {
		for (const slot of this.#options.slots) this.#travel(slot, progress);
	}

	setNames(names: boolean): void {
		this.#names = names;
		this.#refade();
	}

	/** The layers' own colours have been set anew, which knows nothing of what fades and of what has been travelled. */
	repaint(palette: Palette): void {
		this.#palette = palette;
		this.#refade();
		const routes = [...this.#routes];
		this.#routes.clear();
		for (const [slot, route] of routes) this.#travel(slot, route);
	}

	/** Another style has come, with empty sources. */
	forget(): void {
		this.#sources.clear();
		this.#made.clear();
		this.#opacities.clear();
		this.#routes.clear();
		this.#told = new Map();
		this.#visible.clear();
	}

	/** @throws {Error} */
	#make({ view, slot, rest, insets }: DrawnStep, screen: Screen): void {
		const made = this.#made.get(slot);
		if (made?.view === view && made.rest === rest) return;
		const shapes = this.#shapes ?? {};
		const missing = shapesOf(view).filter((key) => !shapes[key]);
		if (missing.length) throw new Error(`The story's shapes lack ${missing.join(', ')}.`);
		const setting = { camera: rest, screen, free: freeArea(screen, insets) };
		const drawn = isPlain(view) ? plainDrawing(view, setting) : this.#drawing!(view, shapes, setting);
		for (const [source, data] of Object.entries(drawn)) {
			const id = inSlot(source, slot);
			const text = JSON.stringify(data);
			if (this.#sources.get(id) === text) continue;
			this.#sources.set(id, text);
			void this.#map.getSource<GeoJSONSource>(id)?.setData(data);
		}
		this.#made.set(slot, { view, rest });
		if (this.#opacities.get(slot)) this.#setVisible(slot);
	}

	#show(slot: Slot, opacity: number): void {
		const before = this.#opacities.get(slot) ?? 0;
		this.#fade(slot, opacity);
		if (opacity > 0 !== before > 0) this.#setVisible(slot);
	}

	#fade(slot: Slot, opacity: number): void {
		if (this.#opacities.get(slot) === opacity) return;
		this.#opacities.set(slot, opacity);
		for (const [layer, property] of STORY_OPACITIES) {
			const isUnnamed = property === 'text-opacity' && !this.#names;
			this.#paint(inSlot(layer, slot), property, isUnnamed ? 0 : opacity);
		}
	}

	#refade(): void {
		const opacities = [...this.#opacities];
		this.#opacities.clear();
		for (const [slot, opacity] of opacities) this.#fade(slot, opacity);
	}

	#travel(slot: Slot, route: number): void {
		const routes = this.#opacities.get(slot) ? this.#made.get(slot)?.view.routes : undefined;
		if (routes?.length && !this.#tips) void this.#fetchTips();
		this.#tips?.get(slot)?.set(routes ?? NO_ROUTES, route);
		if (this.#routes.get(slot) === route) return;
		this.#routes.set(slot, route);
		const { accent, halo } = this.#palette;
		this.#paint(inSlot('story-route', slot), 'line-gradient', routeGradient(accent, route));
		this.#paint(inSlot('story-route-halo', slot), 'line-gradient', routeGradient(halo, route));
	}

	async #fetchTips(): Promise<void> {
		const later = await this.#options.later(); // without it routes have no heads
		if (!later || this.#tips) return;
		const { slots } = this.#options;
		this.#tips = new Map(
			slots.map((slot) => [slot, new later.RouteTips(this.#map, inSlot('story-tips', slot))]),
		);
		for (const slot of slots) this.#travel(slot, this.#routes.get(slot) ?? 0);
	}

	#paint(layer: string, property: string, value: unknown): void {
		this.#map.setPaintProperty(layer, property as never, value as never, { validate: false });
	}

	#setVisible(slot: Slot): void {
		const isAway = !this.#opacities.get(slot);
		if (isAway) this.#visible.delete(slot);
		else this.#visible.add(slot);
		for (const source of Object.keys(STORY_SOURCES) as StorySource[]) {
			if (source === 'story-tips') continue;
			const id = inSlot(source, slot);
			const isEmpty = (this.#sources.get(id) ?? EMPTY) === EMPTY;
			const visibility = isEmpty || isAway ? 'none' : 'visible';
			for (const layer of this.#map.getLayersOrder())
				if (this.#map.getLayer(layer)?.source === id)
					this.#map.setLayoutProperty(layer, 'visibility', visibility);
		}
	}

	/** Has the basemap's names of what the story names give way as far as the story's are there. */
	#tell(steps: DrawnStep[]): void {
		const told = new Map<string, number>();
		for (const { view, opacity } of steps)
			for (const { id } of [...view.marks, ...view.highlights])
				told.set(id, Math.max(opacity, told.get(id) ?? 0));
		for (const [id] of this.#told) if (!told.has(id)) this.#setTold(id, 0);
		for (const [id, opacity] of told) if (this.#told.get(id) !== opacity) this.#setTold(id, opacity);
		this.#told = told;
	}

	#setTold(id: string, told: number): void {
		for (const sourceLayer of ['places', 'country_labels', 'province_labels']) {
			const feature = { source: 'world', sourceLayer, id };
			if (told > 0) this.#map.setFeatureState(feature, { told });
			else this.#map.removeFeatureState(feature, 'told');
		}
	}
}

/** So that none is always the same. */
const NO_ROUTES: Route[] = [];

/** What a source without features holds. */
const EMPTY = JSON.stringify({ type: 'FeatureCollection', features: [] });
