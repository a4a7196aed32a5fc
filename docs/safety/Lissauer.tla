------------------------------ MODULE Lissauer ------------------------------
(* Who may let RF reach the tip, and what takes it away: the loop with its    *)
(* latched trips, the watchdog beside it, the generator's lease, the relay's  *)
(* charge pump, the latch on disk, an operator, and a world in which at most  *)
(* one channel is broken. Time goes in steps of 50 ms.                        *)
(*                                                                            *)
(* The Java machine is Sequencer, ControlCore.latched, Watchdog and RigLatch; *)
(* InvariantsTest enumerates that one. Checked with TLC by                    *)
(*   mvn -Psafety verify              (see docs/safety/README.md)             *)
EXTENDS Naturals

CONSTANTS Lease,  \* steps that a power command stands without another: 250 ms
          Pump,   \* steps that the relay stays closed without a beat: 300 ms
          Late,   \* steps without a tick after which the watchdog does not beat
          Gap,    \* steps without a tick that trip when the loop comes back
          OffBy,  \* steps after which an output that is not off trips
          Within  \* steps within which RF is off when a party stops: 300 ms

Causes  == {"A", "B"}       \* anything that the gate trips on
Heating == {"PROBE", "RAMP", "HOLD"}
Closed  == {"ARMED", "PROBE", "RAMP", "HOLD", "COOLDOWN"}
Phases  == {"OFF", "SELF_TEST", "STANDBY", "TRIPPED", "LOCKOUT"} \cup Closed
Broken  == {"nothing", "generator", "relay"}

VARIABLES phase, cause, trips, \* the loop
          latch,               \* on disk
          process,             \* whether it lives
          silent,              \* steps since the last tick
          lease,               \* steps that the generator goes on
          on,                  \* a generator that is stuck was switched on once
          driven, beat,        \* the relay's drive, and what is left in its pump
          broken,              \* which channel is broken, from the start
          outside              \* steps with RF at the tip although none is wanted

vars == <<phase, cause, trips, latch, process, silent, lease, on, driven, beat, broken, outside>>

Less(n) == IF n > 0 THEN n - 1 ELSE 0
Upto(n, most) == IF n < most THEN n + 1 ELSE most

Emits   == lease > 0 \/ (broken = "generator" /\ on)
Contact == (driven /\ beat > 0) \/ broken = "relay"
Energised == Emits /\ Contact

Follows(p) ==
  CASE p = "OFF"       -> {"SELF_TEST"}
    [] p = "SELF_TEST" -> {"SELF_TEST", "STANDBY"}
    [] p = "STANDBY"   -> {"STANDBY", "ARMED"}
    [] p = "ARMED"     -> {"ARMED", "PROBE", "RAMP", "HOLD"}
    [] p = "PROBE"     -> {"PROBE", "RAMP", "COOLDOWN"}
    [] p = "RAMP"      -> {"RAMP", "HOLD", "COOLDOWN"}
    [] p = "HOLD"      -> {"HOLD", "COOLDOWN"}
    [] p = "COOLDOWN"  -> {"COOLDOWN", "STANDBY"}
    [] OTHER           -> {p}

Init ==
  /\ phase = "OFF" /\ cause = "none" /\ trips = 0 /\ latch = "none"
  /\ process = TRUE /\ silent = 0 /\ lease = 0 /\ on = FALSE
  /\ driven = FALSE /\ beat = 0 /\ broken \in Broken /\ outside = 0

(* What the gate finds in this tick. *)
Found(fault) ==
  IF fault # "none" THEN fault
  ELSE IF phase \in Heating /\ silent > Gap THEN "DeadlineMissed"
  ELSE IF outside > OffBy THEN "OutputNotOff"
  ELSE "none"

(* One tick: the trip comes before anything else, and stays. *)
Tick(fault, ack) ==
  LET found == Found(fault) IN
  /\ silent' = 0
  /\ IF phase \in {"TRIPPED", "LOCKOUT"}
     THEN /\ UNCHANGED trips
          /\ IF phase = "TRIPPED" /\ found = "none" /\ ack = cause /\ ~Energised
             THEN phase' = "SELF_TEST" /\ cause' = "none"
             ELSE UNCHANGED <<phase, cause>>
     ELSE IF found # "none"
     THEN /\ cause' = found
          /\ trips' = trips + 1
          /\ phase' = IF phase = "SELF_TEST" \/ trips >= 2 THEN "LOCKOUT" ELSE "TRIPPED"
     ELSE /\ phase' \in Follows(phase)
          /\ UNCHANGED <<cause, trips>>
  /\ lease' = IF phase' \in Heating THEN Lease ELSE 0
  /\ on' = (on \/ phase' \in Heating)
  /\ driven' = (phase' \in Closed)
  /\ latch' = IF phase' \in {"TRIPPED", "LOCKOUT"} THEN cause'
              ELSE IF phase' = "OFF" THEN latch ELSE "Interrupted"

(* No tick: frozen, late, or dead. *)
NoTick ==
  /\ silent' = Upto(silent, Within + Pump + 1)
  /\ lease' = Less(lease)
  /\ UNCHANGED <<phase, cause, trips, on, driven, latch>>

(* The pump runs down; a beat fills it. The watchdog is in the same process.  *)
Beat ==
  beat' = IF process' /\ silent' <= Late /\ phase' # "OFF" THEN Pump ELSE Less(beat)

Step(fault, ack, ticks) ==
  /\ UNCHANGED broken
  /\ IF process' /\ ticks THEN Tick(fault, ack) ELSE NoTick
  /\ Beat
  /\ outside' = IF Emits' /\ Contact' /\ phase' \notin Heating THEN Upto(outside, OffBy + Pump + 2) ELSE 0

(* A new process: memory is gone, the latch is not, and who would heat must   *)
(* have acknowledged it first.                                                *)
Restart(ack) ==
  /\ ~process
  /\ latch = "none" \/ ack = latch
  /\ process' = TRUE /\ phase' = "OFF" /\ cause' = "none" /\ trips' = 0
  /\ silent' = 0 /\ latch' = "none" /\ driven' = FALSE
  /\ lease' = 0 \* every driver commands off when it opens
  /\ beat' = Less(beat) /\ outside' = 0
  /\ UNCHANGED <<on, broken>>

Next ==
  \/ \E fault \in Causes \cup {"none"}, ack \in Causes \cup {"none", "DeadlineMissed", "OutputNotOff"},
        ticks \in BOOLEAN, dies \in BOOLEAN :
       /\ process' = (process /\ ~dies)
       /\ Step(fault, ack, ticks)
  \/ \E ack \in Causes \cup {"none", "Interrupted", "DeadlineMissed", "OutputNotOff"} : Restart(ack)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
Sound == broken = "nothing"

(* I1: RF reaches the tip only in a phase that heats, on a lease, through a   *)
(* relay that is driven and fed. *)
I1 == Sound /\ Energised => phase \in Heating /\ lease > 0 /\ driven /\ beat > 0

(* I2: a latched rig is not energised; with one channel broken the other      *)
(* takes RF away: the relay of a stuck generator in the same tick, the lease  *)
(* behind a welded relay likewise. *)
I2 == phase \in {"TRIPPED", "LOCKOUT"} => ~Energised

(* I3: whatever stops, RF is off within 300 ms. *)
I3 == Sound /\ silent >= Within => ~Energised

(* With a stuck generator, RF outside heating lasts until it is noticed. *)
I3a == silent = 0 => outside <= OffBy + 1

(* A stopped loop with a stuck generator: the pump ends it. *)
I3b == broken = "generator" /\ silent > Late + Pump => ~Energised

(* I4: the cause does not change while it is latched, and nothing but its own *)
(* acknowledgement leads on. *)
I4 == [][(phase = "TRIPPED" /\ process /\ process')
            => ((phase' = "TRIPPED" /\ cause' = cause) \/ phase' = "SELF_TEST")]_vars
I4a == [][(phase = "LOCKOUT" /\ process /\ process')
             => (phase' = "LOCKOUT" /\ cause' = cause)]_vars

(* After a death in the middle of anything the next start finds a latch. *)
I7 == phase \notin {"OFF"} => latch # "none"

(* Heat is never reached from a trip but through a self test. *)
I8 == [][(phase \in {"TRIPPED", "LOCKOUT", "OFF"}) => ~(phase' \in Heating)]_vars

TypeOK ==
  /\ phase \in Phases /\ trips \in 0..3 /\ process \in BOOLEAN
  /\ lease \in 0..Lease /\ beat \in 0..Pump
=============================================================================
