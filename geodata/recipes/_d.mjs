import { feature, mergeArcs } from 'topojson-client';
import { readJson, here } from './lib/paths.mjs';
import { polygonsOf } from './lib/planar.mjs';
const world = readJson(here('built/world.topo.json'));
const f=feature(world,world.objects.units).features.find(f=>f.id==='RU-CHU');
polygonsOf(f.geometry).forEach((p,i)=>{const e=p[0].filter(q=>Math.abs(q[0])>179.9);if(e.length)console.log(i,p[0].length,JSON.stringify(e))});
const g=feature(world,world.objects.units).features.find(f=>f.id==='FJ-N');
polygonsOf(g.geometry).forEach((p,i)=>{const e=p[0].filter(q=>Math.abs(q[0])>179.9);if(e.length)console.log('FJ',i,p[0].length,JSON.stringify(e))});
// self intersections
const seg=(a,b,c,d)=>{const o=(p,q,r)=>Math.sign((q[0]-p[0])*(r[1]-p[1])-(q[1]-p[1])*(r[0]-p[0]));return o(a,b,c)*o(a,b,d)<0&&o(c,d,a)*o(c,d,b)<0};
let n=0;const where=[];
for(const u of feature(world,world.objects.units).features)for(const p of polygonsOf(u.geometry))for(const r of p){const m=r.length-1;if(m>4000)continue;for(let i=0;i<m;i++)for(let j=i+2;j<m;j++){if(i===0&&j===m-1)continue;const a=r[i],b=r[i+1],c=r[j],d=r[j+1];if(Math.max(a[0],b[0])<Math.min(c[0],d[0])||Math.max(c[0],d[0])<Math.min(a[0],b[0])||Math.max(a[1],b[1])<Math.min(c[1],d[1])||Math.max(c[1],d[1])<Math.min(a[1],b[1]))continue;if(seg(a,b,c,d)){n++;where.push(u.id+'@'+a.map(v=>v.toFixed(2)))}}}
console.log('selfx',n,where.slice(0,60).join(' '));
