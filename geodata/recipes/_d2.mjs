import fs from 'fs';
import { PMTiles } from 'pmtiles';
import { VectorTile } from '@mapbox/vector-tile';
import * as PB from 'pbf';
const dir='/work/main/static/basemap/';const f=fs.readdirSync(dir).find(n=>n.endsWith('.pmtiles'));const buf=fs.readFileSync(dir+f);
const p=new PMTiles({getKey:()=>f,getBytes:async(o,l)=>({data:buf.buffer.slice(buf.byteOffset+o,buf.byteOffset+o+l)})});
const seg=(a,b,c,d)=>{const o=(p,q,r)=>Math.sign((q.x-p.x)*(r.y-p.y)-(q.y-p.y)*(r.x-p.x));return o(a,b,c)*o(a,b,d)<0&&o(c,d,a)*o(c,d,b)<0};
const want=process.argv[2]?[process.argv[2].split('/').map(Number)]:null;
let tot=0;
for(let z=0;z<=6;z++){let n=0,tiles=0,rings=0;for(let x=0;x<2**z;x++)for(let y=0;y<2**z;y++){if(want&&(want[0][0]!==z||want[0][1]!==x||want[0][2]!==y))continue;
const t=await p.getZxy(z,x,y);if(!t)continue;const v=new VectorTile(new (PB.default??PB.PbfReader??PB.Pbf)(new Uint8Array(t.data)));
for(const L of ['land','countries'])if(v.layers[L])for(let i=0;i<v.layers[L].length;i++){const ft=v.layers[L].feature(i);for(const r of ft.loadGeometry()){rings++;const m=r.length-1;
for(let i=0;i<m;i++){for(let j=i+2;j<m;j++){if(i===0&&j===m-1)continue;const a=r[i],b=r[i+1],c=r[j],d=r[j+1];if(Math.max(a.x,b.x)<Math.min(c.x,d.x)||Math.max(c.x,d.x)<Math.min(a.x,b.x)||Math.max(a.y,b.y)<Math.min(c.y,d.y)||Math.max(c.y,d.y)<Math.min(a.y,b.y))continue;if(seg(a,b,c,d)){n++;if(want)console.log(L,JSON.stringify(ft.properties),m,i,j,[a,b,c,d].map(q=>q.x+','+q.y).join(' '))}}}}}
tiles++}
if(!want||n)console.log('z',z,'tiles',tiles,'rings',rings,'crossings',n);}
